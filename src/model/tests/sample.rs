//! Every field that the shipped catalogue shows as right is accepted.

use crate::diag::codes;

#[test]
fn right_examples_of_fields_use_known_names() {
    // An example that a site would refuse teaches the wrong thing.
    for code in codes::all().into_iter().filter(|code| code.id.starts_with("M1")) {
        let keys = code.right.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key.trim());
        for key in keys {
            assert!(key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{} {key}", code.id);
        }
    }
}
