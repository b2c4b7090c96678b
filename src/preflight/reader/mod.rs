//! Reads a PDF that may be damaged or hostile: objects are read when they are asked for, and there is a limit to the work and to
//! the memory that one file can cost.

mod file;
mod object;
mod unpack;

pub use file::{Closed, Pdf, find, text_of};
pub use object::{Dictionary, Lexer, Object, Token, is_space};
