// What the made-up browser of the tests lacks.
import { afterEach } from 'vitest';
import { clearPage } from './page';

afterEach(clearPage);
