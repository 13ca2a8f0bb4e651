//! Smaller services of every theme, and other forms of tokens whose usual form stands in the table of its theme. Here a row is
//! only its form: a fixed beginning that nothing else has, and so many letters.

pub(super) mod a_to_f;
pub(super) mod g_to_o;
pub(super) mod p_to_z;
