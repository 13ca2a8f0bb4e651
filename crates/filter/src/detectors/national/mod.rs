//! The numbers that states give to people, businesses, cars and documents, a table for each region or theme. They must not
//! know how a number is read (see `number`).

mod africa;
mod british_isles;
mod central_europe;
mod driving_licences;
mod east_asia;
mod france_and_benelux;
mod germany;
mod latin_america;
mod middle_east;
mod nordic_and_baltic;
mod north_america;
mod oceania;
mod passports;
mod plates;
mod postcodes;
mod south_asia;
mod south_east_asia;
mod southern_europe;
mod vat;

use super::Detector;

/// All tables of this folder: where several rows fit a number equally well, the first names it, so states stand before themes.
pub(super) fn tables() -> impl Iterator<Item = &'static [Detector]> {
    [
        africa::ROWS,
        british_isles::ROWS,
        central_europe::ROWS,
        east_asia::ROWS,
        france_and_benelux::ROWS,
        germany::ROWS,
        latin_america::ROWS,
        middle_east::ROWS,
        nordic_and_baltic::ROWS,
        north_america::ROWS,
        oceania::ROWS,
        south_asia::ROWS,
        south_east_asia::ROWS,
        southern_europe::ROWS,
        driving_licences::ROWS,
        passports::ROWS,
        plates::ROWS,
        postcodes::ROWS,
        vat::ROWS,
    ]
    .into_iter()
}
