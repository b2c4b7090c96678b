//! The hash FNV-1a: a short number that stands for bytes, the same on every machine and in every version. It tells one text
//! from another by mistake, and guards against no enemy. Source: the FNV hash, draft-eastlake-fnv, 2 and 5.

/// Where a hash of 64 bits starts.
pub const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// What it is multiplied by.
pub const PRIME: u64 = 0x0100_0000_01b3;

/// Returns the hash of bytes, in 64 bits.
pub fn hash(bytes: &[u8]) -> u64 {
    fold(BASIS, PRIME, bytes.iter().copied())
}

/// Returns a hash that has taken in more values, given what it is multiplied by after each.
pub fn fold<T: Into<u64>>(state: u64, prime: u64, values: impl IntoIterator<Item = T>) -> u64 {
    values.into_iter().fold(state, |state, value| (state ^ value.into()).wrapping_mul(prime))
}

#[cfg(test)]
mod tests {
    use super::hash;

    /// Source: draft-eastlake-fnv, appendix C.
    #[test]
    fn known_texts_have_their_known_hashes() {
        assert_eq!(hash(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(hash(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
