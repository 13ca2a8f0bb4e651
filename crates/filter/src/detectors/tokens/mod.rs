//! The tokens of services whose form gives them away, a row each, by what the services are for. A form is a public fact, taken
//! from the issuer's documentation or from what secret scanners look for; where sources differ, the lengths span them all.

mod access;
mod address;
mod ai;
mod cloud;
mod code;
mod data;
mod message;
mod observe;
mod payment;
mod services;
mod webhook;
mod work;

use super::Detector;

/// All tables.
pub(super) static TABLES: &[&[Detector]] = &[
    ai::ROWS,
    cloud::ROWS,
    code::ROWS,
    access::ROWS,
    data::ROWS,
    message::ROWS,
    payment::ROWS,
    observe::ROWS,
    work::ROWS,
    webhook::ROWS,
    address::ROWS,
    services::a_to_f::ROWS,
    services::g_to_o::ROWS,
    services::p_to_z::ROWS,
];
