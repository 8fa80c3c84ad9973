//! What is written is read again, whatever it is, and in few bits.

use proptest::prelude::*;

use super::*;
use crate::search::bits::{BitReader, BitWriter};

fn written(text: &str) -> Vec<u8> {
    let mut bits = BitWriter::new();
    write_text(&mut bits, text);
    bits.into_bytes()
}

fn round(text: &str) -> String {
    read_text(&mut BitReader::new(&written(text)))
}

proptest! {
    #[test]
    fn any_text_comes_back(text in "\\PC*") {
        prop_assert_eq!(round(&text), text);
    }
}
