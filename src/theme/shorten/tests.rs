//! Each behaviour by a line of script and what becomes of it.

use super::shorten;

#[track_caller]
fn check(script: &str, shortened: &str) {
    assert_eq!(shorten(script), shortened);
}

#[test]
fn comments_and_white_space_go_and_what_keeps_words_apart_stays() {
    check("// note\n  return  x /* y */ in z;\n", "return x in z;");
    check("a + +b; a++ + b; 'x  y' in c;", "a+ +b;a++ +b;'x  y'in c;");
    check("if (/[/*]/g.test(a)) b = a / 2 / 3; // end", "if(/[/*]/g.test(a))b=a/2/3;");
}

#[test]
fn names_that_a_file_binds_become_short_and_others_stay() {
    check("var first = 1, second = window.first; first(first);", "var e=1,t=window.first;e(e);");
    check("function run(text) { return text + document; }", "function e(e){return e+document}");
}

#[test]
fn properties_and_keys_stay() {
    check("var word = { word: 1, run: word }; word.word;", "var e={word:1,run:e};e.word;");
    check("var yes = is ? word : yes; var word;", "var e=is?t:e;var t;");
}

#[test]
fn shorthand_gets_its_key_back() {
    check(
        "const { text, at: place = 1, ...others } = fold; use({ text, place });",
        "const{text:e,at:t=1,...n}=fold;use({text:e,place:t});",
    );
    check("var one = 1; { two(one, one); }", "var e=1;{two(e,e)}");
}

#[test]
fn parameters_of_arrows_methods_and_catch_are_names_of_the_file() {
    check("list.map(item => item.at); sort((one, other = 1) => one - other);", "list.map(e=>e.at);sort((e,t=1)=>e-t);");
    check("class Reader { read(count) { return count; } } new Reader().read(1);", "class e{read(e){return e}}new e().read(1);");
    check("try { go(); } catch (error) { say(error); }", "try{go()}catch(e){say(e)}");
}

#[test]
fn functions_take_names_again_that_they_do_not_use_themselves() {
    check(
        "var one; function go(two) { return one + two; } function on(two) { return two; }",
        "var e;function t(t){return e+t}function n(e){return e}",
    );
    check("var one = two => three => two + three + one;", "var e=t=>n=>t+n+e;");
    check("run(one => one.list, (one, two) => { two(one); }, one);", "run(e=>e.list,(e,t)=>{t(e)},one);");
    check("function go(one) { return () => e + one; }", "function t(t){return()=>e+t}");
    check("if (on) { var one = two => two; } one();", "if(on){var e=e=>e}e();");
}

#[test]
fn loops_bind_their_names() {
    check("for (const [key, value] of pairs) put(key, value);", "for(const[e,t]of pairs)put(e,t);");
}

#[test]
fn a_short_name_that_is_used_already_is_not_given_again() {
    check("var text = e;", "var t=e;");
}

#[test]
fn unfinished_scripts_do_no_harm() {
    for script in [
        "'",
        "/",
        "/[",
        "`",
        "(",
        ")",
        "}",
        "var",
        "var {",
        "function",
        "function (",
        "x =>",
        "=> x",
        "class",
        "catch (e",
        "...",
        "/*",
        "{a",
    ] {
        shorten(script);
    }
}
