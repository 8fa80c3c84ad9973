//! A gram to the 28 bits that it is found by.

/// Bits of a key.
pub const N_KEY_BITS: u32 = 28;

/// The key of a gram: the upper bits say which shard it is in.
pub fn key(gram: &[char]) -> u32 {
    let mut hash = 0x811C_9DC5_u32;
    let mut units = [0; 2];
    for c in gram {
        for unit in c.encode_utf16(&mut units) {
            hash = (hash ^ u32::from(*unit)).wrapping_mul(0x0100_0193);
        }
    }
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x85EB_CA6B);
    hash ^= hash >> 13;
    hash = hash.wrapping_mul(0xC2B2_AE35);
    hash ^= hash >> 16;
    hash >> (32 - N_KEY_BITS)
}

/// The shard of a key where there are `2^n_bits`.
pub fn shard_of(key: u32, n_bits: u32) -> u32 {
    key >> (N_KEY_BITS - n_bits)
}
