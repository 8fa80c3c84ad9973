//! Doubts of the gate and their answers: what stops, who may let it pass, and when an answer ends.

use std::fs;

use serde_json::Value;

use super::room::{Ran, Room};
use super::site;

/// A text with a mail address that nobody approved. No label stands before it, so the gate asks.
const NOTE: &str = "+++\ntitle = \"报名\"\ndate = 2026-03-02\n+++\n\n请在周五前写信到 yangli.baoming@shili-xueyuan.cn 报名。\n";

const PLACE: &str = "content/news/a.md:6";

fn room() -> Room {
    let room = Room::with("one_page");
    room.note("data/person-key.txt", "4f1c0a7be29d3385c6a1f0e2d7b94c58\n");
    room.note("content/news/a.md", NOTE);
    room
}

fn waive(room: &Room, code: &str, place: &str) -> Ran {
    room.on_site(&["waive", code, place, "--reason", "办公邮箱", "--by", "宣传委员"])
}

fn gate_codes(ran: &Ran) -> Vec<String> {
    ran.codes().into_iter().filter(|code| code.starts_with('G')).collect()
}

fn build(room: &Room) -> Ran {
    room.on_site(&["build", "--format", "json"])
}

#[test]
fn what_is_uncertain_stops_until_somebody_answers_and_again_when_the_passage_changes() {
    let room = room();
    let stopped = build(&room).ends(3);
    assert_eq!(gate_codes(&stopped), ["G108"]);
    let finding = stopped.json().0.into_iter().find(|finding| finding["code"] == "G108").expect("it is told");
    assert_eq!((&finding["file"], &finding["line"]), (&Value::from("content/news/a.md"), &Value::from(6)));
    assert_eq!(finding["help"]["zh"].as_str().map(|help| help.contains("yuandi waive G108 content/news/a.md:6")), Some(true));
    assert!(!room.root().join("public").exists(), "nothing is written");

    waive(&room, "G108", PLACE).ends(0);
    let waivers = fs::read_to_string(room.root().join("data/waivers.toml")).expect("there is a file of waivers");
    assert!(waivers.contains("by = \"宣传委员\"") && waivers.contains("kind = \"email\""), "{waivers}");
    assert!(!waivers.contains("baoming"), "what was found is not kept");
    assert_eq!(gate_codes(&build(&room).ends(0)), [""; 0]);

    room.edit("content/news/a.md", |text| text.replace("周五", "周四"));
    let ended = build(&room).ends(3);
    assert_eq!(gate_codes(&ended), ["G108", "G201"], "the answer has ended with its passage");
}

#[test]
fn what_markup_takes_apart_in_a_text_can_be_answered_for_the_text() {
    let room = room();
    room.edit("content/news/a.md", |text| text.replace("yangli.baoming@", "yangli.**baoming**@"));
    assert_eq!(gate_codes(&build(&room).ends(3)), ["G108"]);
    waive(&room, "G108", "content/news/a.md").ends(0);
    assert_eq!(gate_codes(&build(&room).ends(0)), [""; 0]);
}

#[test]
fn an_answer_for_one_text_is_none_for_another() {
    let room = room();
    waive(&room, "G108", PLACE).ends(0);
    room.note("content/news/b.md", &NOTE.replace("报名", "登记"));
    let stopped = build(&room).ends(3);
    let files: Vec<Value> =
        stopped.json().0.into_iter().filter(|one| one["code"] == "G108").map(|one| one["file"].clone()).collect();
    assert_eq!(files, [Value::from("content/news/b.md")]);
}

#[test]
fn what_is_certain_is_never_waived_and_what_is_not_there_neither() {
    let room = room();
    room.note("content/news/c.md", &NOTE.replace("写信到 yangli.baoming@shili-xueyuan.cn", "打手机号 13900001234"));
    let certain = waive(&room, "G102", "content/news/c.md:6").ends(2);
    assert!(certain.out.contains("G204"), "{}", certain.out);
    let missing = waive(&room, "G108", "content/news/a.md:5").ends(2);
    assert!(missing.out.contains("G203"), "{}", missing.out);
    fs::remove_file(room.root().join("data/person-key.txt")).expect("it is there");
    let keyless = waive(&room, "G108", PLACE).ends(2);
    assert!(keyless.out.contains("V001"), "{}", keyless.out);
    assert!(!room.root().join("data/waivers.toml").exists(), "nothing is written");
}

#[test]
fn a_file_that_cannot_be_read_is_answered_as_a_whole_and_only_as_it_is() {
    let room = room();
    fs::remove_file(room.root().join("content/news/a.md")).expect("it is there");
    let note = "+++\ntitle = \"附件\"\ndate = 2026-03-02\nattachments = [{ file = \"a.dat\" }]\n+++\n\n见附件。\n";
    room.note("content/news/a/index.md", note);
    let attach = |bytes: &[u8]| {
        site::write(&room.root(), &site::Files::from([("content/news/a/a.dat".to_owned(), bytes.to_vec())]));
    };
    attach(&[0, 1, 255, 255, 128, 7]);
    assert_eq!(gate_codes(&build(&room).ends(3)), ["G126"]);
    waive(&room, "G126", "content/news/a/a.dat").ends(0);
    assert_eq!(gate_codes(&build(&room).ends(0)), [""; 0]);
    attach(&[0, 1, 255, 255, 128, 8]);
    assert_eq!(gate_codes(&build(&room).ends(3)), ["G126", "G201"]);
}

#[test]
fn a_site_may_have_doubts_only_told_but_what_is_certain_stops() {
    let room = room();
    room.edit("site.toml", |text| format!("{text}\n[privacy]\nask = \"warn\"\n"));
    assert_eq!(gate_codes(&build(&room).ends(0)), ["G108"]);
    room.note("content/news/c.md", &NOTE.replace("写信到 yangli.baoming@shili-xueyuan.cn", "打手机号 13900001234"));
    assert_eq!(gate_codes(&build(&room).ends(3)), ["G108", "G102"]);
}

#[test]
fn errors_of_the_content_win_over_the_gate() {
    let room = room();
    room.note("content/news/d.md", "+++\ntilte = \"x\"\n+++\n");
    build(&room).ends(1);
    room.on_site(&["check"]).ends(1);
}

#[test]
fn a_second_build_reads_only_what_changed_and_finds_the_same() {
    let room = room();
    let first = build(&room).ends(3);
    let second = build(&room).ends(3);
    assert_eq!(gate_codes(&first), gate_codes(&second));
    room.edit("content/news/a.md", |text| text.replace("yangli.baoming@shili-xueyuan.cn", "学院办公室"));
    assert_eq!(gate_codes(&build(&room).ends(0)), [""; 0]);
    room.edit("content/news/a.md", |text| text.replace("学院办公室", "yangli.baoming@shili-xueyuan.cn"));
    assert_eq!(gate_codes(&build(&room).ends(3)), ["G108"]);
}
