//! Rows 44 and 45: templates.

use std::time::{Duration, Instant};

use super::site::Site;

fn site_with(template: &str) -> Site {
    let site = Site::built();
    site.write("themes/default/templates/home.html", template);
    site
}

#[test]
fn row_44_templates_in_a_circle_without_end_or_with_unknown_values() {
    let site = site_with("{% include \"parts/one.html\" %}");
    site.write("themes/default/templates/parts/one.html", "{% include \"parts/two.html\" %}");
    site.write("themes/default/templates/parts/two.html", "{% include \"parts/one.html\" %}");
    let ran = site.refused(1, &["T103"]);
    assert!(ran.message(0).contains("parts/one.html") && ran.message(0).contains("parts/two.html"), "{}", ran.message(0));

    let begun = Instant::now();
    let loops = "{% for i in range(end=100000) %}{% for j in range(end=100000) %}{% endfor %}{% endfor %}";
    site_with(loops).refused(1, &["T106"]);
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());

    let ran = site_with("<h1>{{ page.titel }}</h1>").refused(1, &["T104"]);
    assert!(ran.message(0).contains("titel"), "{}", ran.message(0));
    assert!(ran.place(0).starts_with("themes/default/templates/home.html:1:"), "{}", ran.place(0));
}

#[test]
fn row_45_a_page_of_too_many_bytes() {
    let words = "党".repeat(1_000);
    site_with(&format!("{{% for i in range(end=20000) %}}{words}{{% endfor %}}")).refused(1, &["T107"]);
}
