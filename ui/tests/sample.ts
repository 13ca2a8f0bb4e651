// Forty believable memories of an invented person, for tests and for looking at the pages.

import type { PlaceholderView } from '../src/lib/bindings';

/** Something hidden in a sample: the text that stands for it, and the value that it stands for. */
interface Hidden extends Omit<PlaceholderView, 'start' | 'end'> {
  text: string;
  value: string;
}

export interface Sample {
  content: string;
  kind: string;
  topics: string[];
  /** Days before now. */
  age: number;
  earlier?: string[];
  source?: string;
  hides?: Hidden[];
}

const m = (
  age: number,
  kind: string,
  topics: string,
  content: string,
  more: Partial<Sample> = {},
): Sample => ({
  age,
  kind,
  topics: topics ? topics.split(' ') : [],
  content,
  ...more,
});

export const samples: Sample[] = [
  m(
    0,
    'note',
    'home',
    'The plumber comes on Thursday between eight and ten. The valve is behind the boiler, third pipe from the left.',
  ),
  m(
    0,
    'preference',
    'health coffee',
    'I drink dark roast, never after three in the afternoon: it ruins my sleep. Decaf at the office is fine.',
    {
      earlier: ['No coffee after lunch.', 'Coffee only in the morning, and never on Sundays.'],
    },
  ),
  m(
    1,
    'fact',
    'health',
    'Dr. Weiss says to stop caffeine two weeks before the sleep study, and to write down the hours.',
  ),
  m(
    3,
    'decision',
    'work',
    'We keep Postgres for the billing service. Considered a queue in front of it; the load does not ask for it, and one thing less to run is worth more than the headroom.',
  ),
  m(
    4,
    'event',
    'friends',
    'Dinner at Mira’s with Jonas and Ada. Ada is moving to Trieste in May; she leaves the piano behind and wants someone to take it.',
  ),
  m(
    6,
    'decision',
    'home coffee',
    'Decided: no espresso machine for the kitchen this year. The moka pot does it, and it fits the drawer.',
  ),
  m(9, 'fact', 'friends', 'Mira is allergic to hazelnut; oat milk when she visits. Her number is [phone].', {
    hides: [
      {
        text: '[phone]',
        value: '+49 30 901820',
        kind: 'phone_number',
        label: 'phone number',
        action: 'seal',
        token: '9f31c0',
        original: 1,
      },
    ],
  }),
  m(
    12,
    'style',
    'work',
    'In mails to clients: first names, no exclamation marks, the ask in the first line.',
  ),
  m(
    15,
    'preference',
    'shopping',
    'Green tea from the shop behind the station, the one in the plain tin. Not the jasmine.',
  ),
  m(
    18,
    'note',
    'reading',
    '“The attention of the small” – p. 112, the paragraph about the gardener who counts snails. Read it to Lena.',
  ),
  m(21, 'fact', 'home', 'The spare key is with Frau Lindner on the second floor. She is away every August.'),
  m(
    25,
    'note',
    'work',
    'The retro said it three times: nobody knows who owns the release notes. Take them for two sprints, then hand them to Samir with a page that says how.',
  ),
  m(
    31,
    'event',
    'travel',
    'Lisbon, four days. The tram up to Graça at seven in the morning is empty and takes nineteen minutes.',
  ),
  m(
    36,
    'preference',
    'travel',
    'Window seat on trains, facing forward; aisle on anything longer than five hours.',
  ),
  m(
    40,
    'fact',
    'work',
    'The staging certificate is renewed by hand on the first Monday of the quarter. Iva has the runbook.',
  ),
  m(
    44,
    'decision',
    'work',
    'No meetings before ten on Tuesdays and Thursdays. Told the team, put it in the calendar as a block and not as a wish.',
  ),
  m(
    52,
    'note',
    '',
    'Passport runs out next spring. Photos first: the machine at the station is the only one they accept.',
  ),
  m(58, 'fact', 'health', 'Blood group A positive. Penicillin gives me a rash since I was eleven.'),
  m(63, 'preference', 'reading', 'Paper for novels, screen for anything with code in it.'),
  m(
    70,
    'event',
    'home',
    'The lease was signed for two more years. Rent stays; the stairwell is painted in autumn.',
  ),
  m(77, 'style', '', 'When I ask for a summary: five lines at most, the decision first, no headings.'),
  m(
    85,
    'note',
    'friends',
    'Jonas wants the recipe with the burnt leeks. It is the one from the blue notebook, halve the vinegar.',
  ),
  m(
    93,
    'decision',
    'home',
    'The balcony gets herbs and nothing else. Tomatoes failed three summers in a row; the sun is gone by four.',
  ),
  m(
    101,
    'fact',
    'travel',
    'The night train to Vienna carries bicycles only in the last coach, and only when booked by phone.',
  ),
  m(
    120,
    'note',
    'work',
    'Interview question that worked: “What did you stop doing last year, and who noticed?”',
  ),
  m(133, 'preference', 'home', 'Bedroom at seventeen degrees, window ajar even in January.'),
  m(
    150,
    'event',
    'work',
    'The outage of the payment gateway: 47 minutes, cause was a clock that ran ahead on one machine.',
    { source: 'import' },
  ),
  m(171, 'fact', 'friends', 'Lena’s daughter is called Ottilie; born on the 9th of June.'),
  m(190, 'note', 'shopping', 'Boots: the left one rubs in a 42. Next time 42.5 or the wide last.'),
  m(
    214,
    'decision',
    'reading',
    'One book at a time until the end of the year. The pile by the bed goes to the shelf.',
  ),
  m(
    240,
    'fact',
    'home',
    'The boiler was serviced by Hartmann & Söhne. Paid with the card [card ••••4242]; the invoice is in the grey folder.',
    {
      hides: [
        {
          text: '[card ••••4242]',
          value: '',
          kind: 'credit_card',
          label: 'card number',
          action: 'mask',
          token: '',
          original: null,
        },
      ],
    },
  ),
  m(
    265,
    'preference',
    'work',
    'Written answers over calls when something has to be decided. Calls when someone is upset.',
  ),
  m(
    301,
    'event',
    'travel',
    'Missed the ferry at Split by four minutes. The café on the corner lets you leave a suitcase.',
  ),
  m(
    340,
    'note',
    'health',
    'Physio: the shoulder exercise with the towel, three times ten, mornings. It helped after nine days last time.',
  ),
  m(388, 'style', 'work', 'Commit messages in the present tense; the why in the second paragraph.'),
  m(421, 'fact', 'work', 'The old office still has our drill and the long ladder. Ask for Pavel.'),
  m(
    463,
    'decision',
    '',
    'Sold the car. Car sharing for the big shop, the bicycle for the rest; look again in two years.',
  ),
  m(
    512,
    'event',
    'friends',
    'Ada’s concert in the small church. She played the Ligeti twice because the first time the lights went out.',
  ),
  m(570, 'note', 'home', 'Paint in the hallway is called “Chalk 4”, half a tin is left on the cellar shelf.'),
  m(
    640,
    'preference',
    'coffee shopping',
    'The beans from the roaster on Weserstraße, ground for the moka: two notches finer than filter.',
  ),
];
