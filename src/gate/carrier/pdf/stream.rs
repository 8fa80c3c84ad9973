//! A stream of a PDF file to its content, within the budget.

use flate2::read::{DeflateDecoder, ZlibDecoder};
use hayro_syntax::object::stream::DecodeFailure;
use hayro_syntax::object::{Dict, Number, Stream};

use super::super::budget::Budget;

/// In bytes: streams of rarer filters are unpacked as a whole, before anybody knows how long they are.
const MAX_RARE: usize = 4 << 20;

/// Filters after which there is more than before.
const PACKING: [&str; 3] = ["FlateDecode", "LzwDecode", "RunLengthDecode"];

/// The content of a stream; `None` for pictures and for what is damaged or passes a limit.
pub(super) fn content(stream: &Stream<'_>, budget: &mut Budget) -> Result<Vec<u8>, DecodeFailure> {
    // The type of filters has no public name.
    let filters: Vec<String> = stream.filters().iter().map(|filter| format!("{filter:?}")).collect();
    let raw = stream.raw_data();
    let parms = stream.dict().get::<Dict<'_>>("DecodeParms");
    let is_plain = parms.and_then(|parms| parms.get::<Number>("Predictor")).is_none_or(|predictor| predictor.as_i64() <= 1);
    let n_packings = filters.iter().filter(|filter| PACKING.contains(&filter.as_str())).count();
    match filters.as_slice() {
        [only] if only == "FlateDecode" && is_plain => unpack(&raw, budget),
        _ if n_packings > 1 || n_packings == 1 && raw.len() > MAX_RARE => {
            budget.spend();
            Err(DecodeFailure::Unknown)
        }
        _ => {
            let bytes = stream.decoded_data()?.into_owned();
            // Counted as if it was unpacked here.
            budget.unpack_whole(&bytes[..], u64::MAX).map_err(|_| DecodeFailure::Unknown)
        }
    }
}

/// Unpacks without a look at the check sum, which writers of PDF often leave out.
fn unpack(raw: &[u8], budget: &mut Budget) -> Result<Vec<u8>, DecodeFailure> {
    let n_packed = raw.len() as u64;
    let bytes = match raw.get(2..).filter(|_| raw[0] & 0x0F == 8) {
        Some(deflated) => budget.unpack_whole(DeflateDecoder::new(deflated), n_packed),
        None => budget.unpack_whole(ZlibDecoder::new(raw), n_packed),
    };
    bytes.map_err(|_| DecodeFailure::StreamDecode)
}
