//! What a site asks of its host besides what Handbill asks: its own headers, as they were read.

use crate::diag::Span;

/// Headers that a host is asked to send with the addresses that a pattern covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderRule {
    /// The pattern as it was written, such as `/data/*`.
    pub pattern: String,
    /// Its headers, in order.
    pub headers: Vec<Header>,
    /// Where the pattern stands.
    pub span: Span,
}

/// One header of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Its name as it was written.
    pub name: String,
    /// Its value; nothing where the header is taken away.
    pub value: Option<String>,
    /// Where it stands.
    pub span: Span,
}
