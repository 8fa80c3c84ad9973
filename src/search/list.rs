//! Rising lists of numbers to bits and back: the middle number first, then what lies on either side, each in as many bits as the
//! space left to it asks for (binary interpolative coding, Moffat and Stuiver 2000). Runs of neighbours cost nothing.

use super::bits::{BitReader, BitWriter};

/// Writes a rising list of numbers from `low` to below `high`. Its length is written by whoever knows how to say it shortest.
pub fn write_list(bits: &mut BitWriter, list: &[u32], low: u32, high: u32) {
    if list.is_empty() || list.len() as u32 == high - low {
        return;
    }
    if let [only] = list {
        return bits.write_truncated(only - low, high - low);
    }
    let middle = list.len() / 2;
    let value = list[middle];
    let least = low + middle as u32;
    let above = (list.len() - 1 - middle) as u32;
    bits.write_truncated(value - least, high - above - least);
    write_list(bits, &list[..middle], low, value);
    write_list(bits, &list[middle + 1..], value + 1, high);
}

/// Reads `n` numbers that [`write_list`] wrote.
pub fn read_list(bits: &mut BitReader<'_>, n: usize, low: u32, high: u32, list: &mut Vec<u32>) {
    if n == 0 {
        return;
    }
    if n as u32 == high - low {
        return list.extend(low..high);
    }
    let middle = n / 2;
    let least = low + middle as u32;
    let above = (n - 1 - middle) as u32;
    let value = least + bits.read_truncated(high - above - least);
    read_list(bits, middle, low, value, list);
    list.push(value);
    read_list(bits, n - 1 - middle, value + 1, high, list);
}
