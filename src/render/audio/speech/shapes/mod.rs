//! The shapes in which something is written that is spoken otherwise.

mod address;
mod calendar;
mod clock;
mod code;
mod phone;
mod quantity;
mod sign;
mod writing;

use super::cursor::Cursor;
use super::spoken::Speech;

/// Looks whether it knows what stands at a place; returns how it is spoken, and the place behind it.
pub type Shape = for<'t> fn(&Speech, Cursor<'t>) -> Option<(String, Cursor<'t>)>;

/// All shapes. The first that knows what stands there says it: so long and certain ones come before short ones.
pub const SHAPES: &[Shape] = &[
    address::mail,
    address::web,
    phone::sort_code,
    code::grouped,
    code::standard,
    calendar::iso,
    calendar::expiry,
    calendar::slashed,
    calendar::day_and_month,
    phone::number,
    phone::short,
    phone::groups,
    calendar::days,
    calendar::day_after_month,
    calendar::years,
    code::of_year,
    clock::with_seconds,
    clock::of_forces,
    clock::time,
    clock::pointed,
    code::postcode,
    code::reference,
    quantity::score,
    quantity::height,
    quantity::money,
    quantity::version,
    code::clause,
    code::identity,
    code::numbered,
    code::lettered,
    code::under,
    code::on_floor,
    quantity::ordinal,
    quantity::fraction,
    quantity::measure,
    quantity::rate,
    quantity::per_unit,
    calendar::decade,
    calendar::year,
    quantity::plural,
    code::room,
    quantity::number,
    writing::roman,
    writing::acting,
    writing::short,
    writing::letters,
    code::letters_and_digits,
    writing::either,
    sign::to,
    sign::sign,
];
