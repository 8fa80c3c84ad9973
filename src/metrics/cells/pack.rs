//! Cells to bytes and back, for the memo between builds. The memo checks the bytes; here their meaning is checked again.

use crate::read::Texts;

use super::cell::{Cells, Counts, Numbers};

/// Cells as bytes.
pub(in crate::metrics) fn pack(cells: &Cells) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(cells.cell_of.len() * 4 + cells.n.len() * 64);
    put_u32s(&mut bytes, &cells.cell_of);
    put_u32s(&mut bytes, &cells.codes);
    put_u64s(&mut bytes, &cells.conditions);
    put_u64s(&mut bytes, &cells.n);
    put_u64s(&mut bytes, &[cells.texts.len() as u64]);
    for texts in &cells.texts {
        put_texts(&mut bytes, texts);
    }
    let lengths: Vec<u32> = cells.persons.iter().map(|persons| persons.len() as u32).collect();
    put_u32s(&mut bytes, &lengths);
    put_u32s(&mut bytes, &cells.persons.concat());
    put_texts(&mut bytes, &cells.person_texts);
    put_u64s(&mut bytes, &[cells.counts.len() as u64, u64::from(cells.is_too_large)]);
    for counts in &cells.counts {
        put_counts(&mut bytes, counts);
    }
    bytes
}

/// The cells of these bytes, if they are cells.
pub(in crate::metrics) fn unpack(bytes: &[u8]) -> Option<Cells> {
    let mut bytes = Bytes(bytes);
    let mut cells = Cells { cell_of: bytes.u32s()?, codes: bytes.u32s()?, ..Cells::default() };
    cells.conditions = bytes.u64s()?;
    cells.n = bytes.u64s()?;
    for _ in 0..*bytes.u64s()?.first()? {
        cells.texts.push(bytes.texts()?);
    }
    let lengths = bytes.u32s()?;
    let persons = bytes.u32s()?;
    let mut rest = persons.as_slice();
    for length in lengths {
        let (own, others) = rest.split_at_checked(length as usize)?;
        cells.persons.push(own.to_vec());
        rest = others;
    }
    cells.person_texts = bytes.texts()?;
    let [n_counts, is_too_large] = bytes.u64s()?[..] else { return None };
    cells.is_too_large = is_too_large == 1;
    for _ in 0..n_counts {
        cells.counts.push(bytes.counts()?);
    }
    let is_whole = bytes.0.is_empty() && cells.persons.len() == cells.n.len() && cells.conditions.len() == cells.n.len();
    is_whole.then_some(cells)
}

fn put_u32s(bytes: &mut Vec<u8>, numbers: &[u32]) {
    bytes.extend((numbers.len() as u64).to_le_bytes());
    for number in numbers {
        bytes.extend(number.to_le_bytes());
    }
}

fn put_u64s(bytes: &mut Vec<u8>, numbers: &[u64]) {
    bytes.extend((numbers.len() as u64).to_le_bytes());
    for number in numbers {
        bytes.extend(number.to_le_bytes());
    }
}

fn put_texts(bytes: &mut Vec<u8>, texts: &Texts) {
    bytes.extend((texts.len() as u64).to_le_bytes());
    for text in texts.iter() {
        bytes.extend((text.len() as u64).to_le_bytes());
        bytes.extend(text.as_bytes());
    }
}

fn put_counts(bytes: &mut Vec<u8>, counts: &Counts) {
    match counts {
        Counts::Rows(n) => {
            bytes.push(0);
            put_u64s(bytes, n);
        }
        Counts::Sums(numbers) => put_numbers(bytes, 1, numbers),
        Counts::Least(numbers) => put_numbers(bytes, 2, numbers),
        Counts::Greatest(numbers) => put_numbers(bytes, 3, numbers),
        Counts::Distinct { pairs, texts } => {
            bytes.push(4);
            put_u32s(bytes, &pairs.iter().map(|(cell, _)| *cell).collect::<Vec<_>>());
            put_u32s(bytes, &pairs.iter().map(|(_, value)| *value).collect::<Vec<_>>());
            put_texts(bytes, texts);
        }
    }
}

fn put_numbers(bytes: &mut Vec<u8>, tag: u8, numbers: &Numbers) {
    bytes.extend([tag, numbers.scale, u8::from(numbers.is_real)]);
    put_u64s(bytes, &numbers.n);
    // Nearly all sums fit into 64 bits, but all have to be kept.
    let halves = numbers.values.iter().flat_map(|value| [*value as u64, (*value >> 64) as u64]);
    put_u64s(bytes, &halves.collect::<Vec<_>>());
}

/// What is left to be read.
struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn take(&mut self, n: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(taken)
    }

    fn length(&mut self) -> Option<usize> {
        usize::try_from(u64::from_le_bytes(self.take(8)?.try_into().ok()?)).ok()
    }

    fn u32s(&mut self) -> Option<Vec<u32>> {
        let n = self.length()?;
        let (chunks, _) = self.take(n.checked_mul(4)?)?.as_chunks::<4>();
        Some(chunks.iter().map(|chunk| u32::from_le_bytes(*chunk)).collect())
    }

    fn u64s(&mut self) -> Option<Vec<u64>> {
        let n = self.length()?;
        let (chunks, _) = self.take(n.checked_mul(8)?)?.as_chunks::<8>();
        Some(chunks.iter().map(|chunk| u64::from_le_bytes(*chunk)).collect())
    }

    fn texts(&mut self) -> Option<Texts> {
        let mut texts = Texts::default();
        for _ in 0..self.length()? {
            let length = self.length()?;
            texts.push(std::str::from_utf8(self.take(length)?).ok()?);
        }
        Some(texts)
    }

    fn counts(&mut self) -> Option<Counts> {
        Some(match self.take(1)?[0] {
            0 => Counts::Rows(self.u64s()?),
            1 => Counts::Sums(self.numbers()?),
            2 => Counts::Least(self.numbers()?),
            3 => Counts::Greatest(self.numbers()?),
            4 => {
                let (cells, values) = (self.u32s()?, self.u32s()?);
                Counts::Distinct { pairs: cells.into_iter().zip(values).collect(), texts: self.texts()? }
            }
            _ => return None,
        })
    }

    fn numbers(&mut self) -> Option<Numbers> {
        let [scale, is_real] = *self.take(2)? else { return None };
        let n = self.u64s()?;
        let halves = self.u64s()?;
        let values = halves.as_chunks::<2>().0.iter().map(|[low, high]| (u128::from(*low) | u128::from(*high) << 64) as i128);
        Some(Numbers { n, values: values.collect(), scale, is_real: is_real == 1 })
    }
}
