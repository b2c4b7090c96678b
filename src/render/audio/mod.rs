//! Audio: a script to read out, and the same for a voice.

mod speech;
