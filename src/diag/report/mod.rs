//! Ways of showing findings, one a file.
