//! A misspelt word and the words that exist to the one that was probably meant.

/// The known word nearest to `written`, if one is near enough to be offered.
///
/// - Two edits are allowed in a long word and one in a short one; swapped letters count as one edit.
/// - Result: `None` when nothing is near. Among equals the first of `known` wins.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = written.to_lowercase();
    let n_chars = lower.chars().count();
    // A word of one or two characters is one edit from half the dictionary.
    let n_allowed = match n_chars {
        0..=2 => return known.into_iter().find(|word| word.eq_ignore_ascii_case(written)),
        3..=5 => 1,
        6..=11 => 2,
        _ => 3,
    };
    let mut best: Option<(usize, &str)> = None;
    for word in known {
        let distance = strsim::osa_distance(&lower, &word.to_lowercase());
        if distance <= n_allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, word));
        }
    }
    best.map(|(_, word)| word)
}
