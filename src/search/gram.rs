//! A gram to the 28 bits that it is found by.

/// Bits of a key.
pub const N_KEY_BITS: u32 = 28;

/// Stands in grams for any punctuation beside a character: a character between two signs (`，会：`) has no other neighbour to be
/// found by. Which sign it is, texts tell.
pub const SEAM: u32 = 1;

/// The key of a gram: the upper bits say which shard it is in.
pub fn key(gram: &[char]) -> u32 {
    finish(gram.iter().fold(START, |hash, c| mix(hash, u32::from(*c))))
}

/// Where a hash begins: the parts of [`key`], for who has the grams of a whole text to find.
pub(super) const START: u32 = 0x811C_9DC5;

/// Takes one more character into a hash, by its UTF-16 units, as scripts see it.
#[inline]
pub(super) fn mix(hash: u32, character: u32) -> u32 {
    let take = |hash: u32, unit: u32| (hash ^ unit).wrapping_mul(0x0100_0193);
    match character.checked_sub(0x1_0000) {
        None => take(hash, character),
        Some(above) => take(take(hash, 0xD800 | above >> 10), 0xDC00 | above & 0x3FF),
    }
}

/// The key that a hash comes to.
#[inline]
pub(super) fn finish(mut hash: u32) -> u32 {
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
