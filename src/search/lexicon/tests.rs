use super::syllables::name;
use super::words::Words;
use super::{Lexicon, SearchPage};
use crate::search::bits::BitReader;
use crate::search::text::read_text;

fn read(text: &str) -> String {
    let words = Words::of([text].into_iter(), &[]);
    words.read(text).iter().map(|syllable| syllable.map_or("?", name)).collect::<Vec<_>>().join(" ")
}

#[test]
fn characters_are_read_as_their_word_says() {
    for (text, syllables) in [
        ("重走长征路 重庆 重温 重阳", "chong zou chang zheng lu chong qing chong wen chong yang"),
        ("校长班长会计会议", "xiao zhang ban zhang kuai ji hui yi"),
        ("行业银行行动践行", "hang ye yin hang xing dong jian xing"),
        ("调研调整干部干净", "diao yan tiao zheng gan bu gan jing"),
        ("觉悟睡觉薄弱朝阳", "jue wu shui jiao bo ruo chao yang"),
        ("参观处分处长传达自传", "can guan chu fen chu zhang chuan da zi zhuan"),
        ("给予供给角色模范模样", "ji yu gong ji jue se mo fan mu yang"),
        ("率先效率宿舍系统兴趣应当", "shuai xian xiao lv su she xi tong xing qu ying dang"),
        ("为人民服务 着力载体正月转正", "wei ren min fu wu zhuo li zai ti zheng yue zhuan zheng"),
        ("三会一课 支部党员大会 全国代表大会", "san hui yi ke zhi bu dang yuan da hui quan guo dai biao da hui"),
    ] {
        assert_eq!(read(text), syllables, "{text}");
    }
}

#[test]
fn addresses_and_suggestions_read_alike() {
    for text in ["重新", "长江", "长城", "长沙", "长春", "长效", "长期", "音乐", "首都", "成都", "厦门", "数控"]
    {
        assert_eq!(read(text).replace(' ', "-"), crate::model::slug::slugify(text), "{text}");
    }
}

fn terms(titles: &[&str], names: &[&str], n_bits: u32) -> Vec<String> {
    let mut lexicon = Lexicon::new();
    for title in titles {
        lexicon.add(&SearchPage { title: (*title).to_owned(), ..SearchPage::default() });
    }
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let parts = lexicon.parts(&names, n_bits);
    assert_eq!(parts.len(), 1 << n_bits);
    let texts = parts.iter().flat_map(|part| {
        let text = read_text(&mut BitReader::new(part));
        text.split('\u{1}').map(str::to_owned).collect::<Vec<_>>()
    });
    texts.collect()
}

#[test]
fn titles_their_words_and_phrases_and_names_are_terms() {
    let terms = terms(&["发展党员工作纪实", "如何做好发展党员工作", "图书馆"], &["三会一课"], 0);
    for term in ["发展党员工作纪实", "发展", "党员", "图书馆", "三会一课"] {
        assert!(terms.iter().any(|known| known == term), "{term} in {terms:?}");
    }
}

#[test]
fn a_term_is_where_its_usual_and_its_own_reading_lead() {
    let n_files = terms(&["重庆", "重庆"], &[], 6).iter().filter(|term| *term == "重庆").count();
    // `cq`, `zq`, and by their first letters alone `c` and `z`.
    assert!((2..=4).contains(&n_files), "{n_files}");
}
