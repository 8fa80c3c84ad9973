use super::words::Words;

fn read(text: &str) -> String {
    let words = Words::of([text].into_iter(), &[]);
    let names = super::syllables::names();
    words.read(text).iter().map(|s| s.map_or("?", |s| names[usize::from(s)])).collect::<Vec<_>>().join(" ")
}

#[test]
fn characters_are_read_as_their_word_says() {
    for (text, syllables) in [("重庆", "chong qing"), ("重走长征路", "chong zou chang zheng lu")] {
        assert_eq!(read(text), syllables, "{text}");
    }
}
