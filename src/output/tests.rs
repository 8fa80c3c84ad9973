use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use tempfile::TempDir;

use super::*;
use crate::plan::{Artifact, OutPath};

type Files<'a> = &'a [(&'a str, &'a str)];

struct Site {
    dir: TempDir,
}

impl Site {
    fn new() -> Self {
        let dir = TempDir::new().unwrap();
        for folder in ["content", "data", "themes"] {
            fs::create_dir(dir.path().join(folder)).unwrap();
        }
        Self { dir }
    }

    fn root(&self) -> &Path {
        self.dir.path()
    }

    fn out(&self) -> PathBuf {
        self.root().join("public")
    }

    fn target(&self) -> Target {
        Target::judge(self.root(), &self.out()).unwrap()
    }

    fn open(&self, foreign: Foreign) -> Result<StagingSink, Fault> {
        StagingSink::open(&self.target(), foreign, Interrupt::never())
    }

    fn build(&self, files: Files<'_>) -> Result<Finished, Fault> {
        self.build_with(files, Foreign::Refuse, Swap::Exchange)
    }

    fn build_with(&self, files: Files<'_>, foreign: Foreign, way: Swap) -> Result<Finished, Fault> {
        let sink = self.open(foreign)?.swapping(way);
        for (path, text) in files {
            sink.put(artifact(path, text))?;
        }
        sink.finish(parts())
    }

    /// Names in the site's folder, to see that nothing of ours is left there.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(self.root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.out().join(path)).unwrap()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

const CLEAN: [&str; 4] = ["content", "data", "public", "themes"];

fn artifact(path: &str, text: &str) -> Artifact {
    Artifact { path: OutPath::for_test(path), bytes: text.as_bytes().into() }
}

fn parts() -> ManifestParts {
    ManifestParts { as_of: date(2026, 3, 15), digest: "d1".to_owned(), previous: None }
}

fn code(fault: Fault) -> (u8, &'static str) {
    let exit = fault.exit_code();
    let found = fault.into_diagnostic();
    // Both texts can be made: every hole has its value.
    assert!(!found.message().zh.is_empty() && found.help().is_some());
    (exit, found.code.id)
}

fn refused(root: &Path, out: &Path) -> &'static str {
    let (exit, id) = code(Target::judge(root, out).unwrap_err());
    assert_eq!(exit, 2);
    id
}

// --- the folder ---------------------------------------------------------------------------------------------------------

#[test]
fn an_output_that_would_replace_the_site_is_refused() {
    let site = Site::new();
    assert_eq!(refused(site.root(), site.root()), "O001");
    assert_eq!(refused(site.root(), site.root().parent().unwrap()), "O001");
    assert_eq!(refused(site.root(), &site.root().join("content/../.")), "O001");
    for part in ["content", "data/x", "themes/default/public"] {
        assert_eq!(refused(site.root(), &site.root().join(part)), "O002", "{part}");
    }
}

#[test]
fn an_output_that_is_more_than_a_folder_for_a_site_is_refused() {
    let site = Site::new();
    assert_eq!(refused(site.root(), Path::new("/")), "O003");
    assert_eq!(refused(site.root(), &std::env::home_dir().unwrap()), "O003");
    site.write("git/.git/HEAD", "");
    assert_eq!(refused(site.root(), &site.root().join("git")), "O004");
    assert_eq!(refused(site.root(), &site.root().join("git/.git/x")), "O004");
    site.write("file", "");
    assert_eq!(refused(site.root(), &site.root().join("file")), "O006");
    assert_eq!(refused(site.root(), &site.root().join("file/x")), "O006");
    assert_eq!(refused(site.root(), &site.root().join("missing/../x")), "O006");
}

#[test]
#[cfg(target_os = "linux")]
fn a_mount_point_is_refused() {
    let site = Site::new();
    assert_eq!(refused(site.root(), Path::new("/proc")), "O005");
}

#[test]
fn a_good_output_is_judged_without_touching_anything() {
    let site = Site::new();
    for out in ["public", "public/", "deep/er/public", "content-of-site", "database"] {
        assert!(Target::judge(site.root(), &site.root().join(out)).is_ok(), "{out}");
    }
    assert_eq!(site.names(), ["content", "data", "themes"]);
}

#[test]
#[cfg(unix)]
fn a_link_stands_for_the_folder_it_leads_to() {
    let (site, other) = (Site::new(), TempDir::new().unwrap());
    fs::create_dir(other.path().join("www")).unwrap();
    std::os::unix::fs::symlink(other.path().join("www"), site.out()).unwrap();
    site.build(&[("index.html", "a")]).unwrap();
    assert!(site.out().is_symlink());
    assert_eq!(fs::read_to_string(other.path().join("www/index.html")).unwrap(), "a");
    fs::remove_file(site.out()).unwrap();
    std::os::unix::fs::symlink(site.root().join("content"), site.out()).unwrap();
    assert_eq!(refused(site.root(), &site.out()), "O002");
    fs::remove_file(site.out()).unwrap();
    std::os::unix::fs::symlink("nowhere", site.out()).unwrap();
    assert_eq!(refused(site.root(), &site.out()), "O006");
}

// --- writing ------------------------------------------------------------------------------------------------------------

#[test]
fn a_first_build_makes_the_site_and_leaves_nothing_else() {
    let site = Site::new();
    let finished = site.build(&[("index.html", "a"), ("news/x/index.html", "b")]).unwrap();
    assert_eq!((finished.change, finished.n_files, finished.n_written), (Change::First, 3, 3));
    assert_eq!(site.read("news/x/index.html"), "b");
    assert_eq!(site.names(), CLEAN);
    assert!(verify(&site.out()).found.is_empty());
}

#[test]
fn the_same_build_again_touches_nothing() {
    let site = Site::new();
    let files = [("index.html", "a"), ("news/x/index.html", "b")];
    site.build(&files).unwrap();
    #[cfg(unix)]
    let before = fs::metadata(site.out()).unwrap();
    let finished = site.build(&files).unwrap();
    assert_eq!((finished.change, finished.n_files, finished.n_written), (Change::Unchanged, 3, 0));
    assert_eq!(finished.n_bytes, 2 + fs::metadata(site.out().join(MANIFEST)).unwrap().len());
    #[cfg(unix)]
    assert!(disk::is_one_file(&before, &fs::metadata(site.out()).unwrap()));
    assert_eq!(site.names(), CLEAN);
}

#[test]
fn a_change_replaces_the_site_and_shares_the_files_that_are_the_same() {
    for way in [Swap::Exchange, Swap::TwoSteps] {
        let site = Site::new();
        site.build(&[("index.html", "a"), ("gone/x.html", "b"), ("same.html", "c")]).unwrap();
        #[cfg(unix)]
        let same = fs::metadata(site.out().join("same.html")).unwrap();
        let files = [("index.html", "A"), ("new/x.html", "b"), ("same.html", "c")];
        let finished = site.build_with(&files, Foreign::Refuse, way).unwrap();
        assert_eq!((finished.change, finished.n_written), (Change::Replaced, 3));
        assert_eq!((site.read("index.html"), site.read("new/x.html")), ("A".to_owned(), "b".to_owned()));
        assert!(!site.out().join("gone").exists());
        #[cfg(unix)]
        assert!(disk::is_one_file(&same, &fs::metadata(site.out().join("same.html")).unwrap()));
        assert_eq!(site.names(), CLEAN);
        assert!(verify(&site.out()).found.is_empty());
    }
}

#[test]
fn a_file_that_is_only_removed_or_an_as_of_that_changes_is_a_difference() {
    let site = Site::new();
    site.build(&[("a.html", "a"), ("b.html", "b")]).unwrap();
    assert_eq!(site.build(&[("a.html", "a")]).unwrap().change, Change::Replaced);
    assert!(!site.out().join("b.html").exists());
    let sink = site.open(Foreign::Refuse).unwrap();
    sink.put(artifact("a.html", "a")).unwrap();
    let finished = sink.finish(ManifestParts { as_of: date(2026, 3, 16), ..parts() }).unwrap();
    assert_eq!((finished.change, finished.n_written), (Change::Replaced, 1));
}

#[test]
fn an_edited_or_removed_file_of_ours_is_named_by_verify_and_written_again() {
    let site = Site::new();
    let files = [("a.html", "one"), ("b.html", "b"), ("c.html", "c")];
    site.build(&files).unwrap();
    site.write("public/a.html", "two");
    fs::remove_file(site.out().join("b.html")).unwrap();
    let report = verify(&site.out()).value;
    assert_eq!((report.changed, report.missing), (vec!["a.html".to_owned()], vec!["b.html".to_owned()]));
    assert_eq!(site.build(&files).unwrap().change, Change::Replaced);
    assert_eq!((site.read("a.html"), site.read("b.html")), ("one".to_owned(), "b".to_owned()));
}

#[test]
#[cfg(unix)]
fn a_file_of_ours_that_became_a_link_is_written_again_and_not_followed() {
    let site = Site::new();
    let files = [("a.html", "one")];
    site.build(&files).unwrap();
    site.write("elsewhere", "one");
    fs::remove_file(site.out().join("a.html")).unwrap();
    std::os::unix::fs::symlink(site.root().join("elsewhere"), site.out().join("a.html")).unwrap();
    site.build(&files).unwrap();
    assert!(!site.out().join("a.html").is_symlink());
    assert_eq!(fs::read_to_string(site.root().join("elsewhere")).unwrap(), "one");
}

#[test]
fn a_dropped_sink_leaves_the_old_site_and_nothing_else() {
    let site = Site::new();
    site.build(&[("index.html", "a")]).unwrap();
    let sink = site.open(Foreign::Refuse).unwrap();
    sink.put(artifact("index.html", "b")).unwrap();
    assert_eq!(site.names().len(), CLEAN.len() + 2);
    drop(sink);
    assert_eq!(site.names(), CLEAN);
    assert_eq!(site.read("index.html"), "a");
}

#[test]
fn a_stopped_build_leaves_the_old_site_and_nothing_else() {
    let site = Site::new();
    site.build(&[("index.html", "a")]).unwrap();
    let interrupt = Interrupt::never();
    let sink = StagingSink::open(&site.target(), Foreign::Refuse, interrupt.clone()).unwrap();
    sink.put(artifact("index.html", "b")).unwrap();
    interrupt.stop();
    assert_eq!(code(sink.put(artifact("x.html", "x")).unwrap_err()), (4, "O105"));
    assert_eq!(code(sink.finish(parts()).unwrap_err()), (4, "O105"));
    assert_eq!(site.names(), CLEAN);
    assert_eq!(site.read("index.html"), "a");
}

#[test]
fn a_disk_without_room_for_two_is_full_before_anything_is_written() {
    let site = Site::new();
    let sink = site.open(Foreign::Refuse).unwrap();
    sink.reserve(1).unwrap();
    #[cfg(unix)]
    assert_eq!(code(sink.reserve(1 << 60).unwrap_err()), (4, "O101"));
}

#[test]
fn trouble_with_the_machine_names_path_and_user() {
    use std::io::ErrorKind::{Other, PermissionDenied, StorageFull};
    for (kind, id) in [(StorageFull, "O101"), (PermissionDenied, "O102"), (Other, "O104")] {
        assert_eq!(code(Fault::machine(Path::new("/x/y"), kind.into())), (4, id));
    }
    let message = Fault::machine(Path::new("/x/y"), PermissionDenied.into()).into_diagnostic().message();
    assert!(message.zh.contains("/x/y") && message.zh.contains(&disk::user()), "{}", message.zh);
    #[cfg(unix)]
    assert_eq!(code(Fault::machine(Path::new("/x"), rustix::io::Errno::MFILE.into())), (4, "O103"));
}

#[test]
fn the_second_writer_of_an_output_is_told_who_the_first_is() {
    let site = Site::new();
    let first = site.open(Foreign::Refuse).unwrap();
    let fault = site.open(Foreign::Refuse).unwrap_err();
    assert_eq!(fault.exit_code(), 5);
    let found = fault.into_diagnostic();
    assert_eq!(found.code.id, "O009");
    assert!(found.message().en.contains(&format!("{}@", std::process::id())), "{}", found.message().en);
    drop(first);
    assert!(site.open(Foreign::Refuse).is_ok());
    assert_eq!(site.names(), ["content", "data", "themes"]);
}

#[test]
fn a_large_file_is_copied_and_shared_when_it_is_the_same() {
    let site = Site::new();
    let film: Vec<u8> = (0..700_000_u32).map(|n| (n % 251) as u8).collect();
    fs::write(site.root().join("content/film.mp4"), &film).unwrap();
    let file = |hash| CopiedFile {
        path: OutPath::for_test("assets/film.mp4"),
        from: site.root().join("content/film.mp4"),
        size: film.len() as u64,
        hash,
    };
    let hash = *blake3::hash(&film).as_bytes();
    for change in [Change::First, Change::Unchanged] {
        let sink = site.open(Foreign::Refuse).unwrap();
        sink.put_file(file(hash)).unwrap();
        assert_eq!(sink.finish(parts()).unwrap().change, change);
    }
    assert_eq!(fs::read(site.out().join("assets/film.mp4")).unwrap(), film);
    for edited in [&film[1..], &[&film[..], b"more"].concat(), &[b"x", &film[1..]].concat()] {
        fs::write(site.out().join("assets/film.mp4"), edited).unwrap();
        let sink = site.open(Foreign::Refuse).unwrap();
        sink.put_file(file(hash)).unwrap();
        assert_eq!(sink.finish(parts()).unwrap().change, Change::Replaced);
        assert_eq!(fs::read(site.out().join("assets/film.mp4")).unwrap(), film);
    }
    let sink = site.open(Foreign::Refuse).unwrap();
    assert_eq!(code(sink.put_file(file([0; 32])).unwrap_err()), (1, "S007"));
}

#[test]
fn a_file_of_known_bytes_is_taken_from_the_old_site_only_if_these_are_its_bytes() {
    let site = Site::new();
    site.build(&[("open/a.csv", "one"), ("open/b.csv", "two")]).unwrap();
    let known = |path: &str, text: &str| {
        let hash = *blake3::hash(text.as_bytes()).as_bytes();
        KnownFile { path: OutPath::for_test(path), size: text.len() as u64, hash }
    };
    // Somebody has edited the second, without changing its length.
    site.write("public/open/b.csv", "TWO");
    let sink = site.open(Foreign::Refuse).unwrap();
    assert!(sink.keep(&known("open/a.csv", "one")).unwrap());
    assert!(!sink.keep(&known("open/b.csv", "two")).unwrap());
    assert!(!sink.keep(&known("open/a.csv", "eno")).unwrap(), "another content of this length");
    assert!(!sink.keep(&known("open/c.csv", "new")).unwrap(), "there was none");
    sink.put(artifact("open/b.csv", "two")).unwrap();
    let finished = sink.finish(parts()).unwrap();
    assert_eq!((finished.change, finished.n_files, finished.n_written), (Change::Replaced, 3, 2));
    assert_eq!((site.read("open/a.csv").as_str(), site.read("open/b.csv").as_str()), ("one", "two"));
}

#[test]
fn threads_may_write_at_the_same_time() {
    let site = Site::new();
    let sink = site.open(Foreign::Refuse).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let sink = &sink;
            scope.spawn(move || {
                for page in 0..50 {
                    sink.put(artifact(&format!("news/{page}/{thread}.html"), &format!("{page} {thread}"))).unwrap();
                }
            });
        }
    });
    assert_eq!(sink.finish(parts()).unwrap().n_files, 201);
    assert!(verify(&site.out()).found.is_empty());
}

#[test]
#[should_panic(expected = "plan gives only paths inside the site")]
fn a_path_out_of_the_site_is_our_mistake() {
    let _ = Site::new().open(Foreign::Refuse).unwrap().put(artifact("../index.html", "a"));
}

#[test]
fn a_counting_sink_counts() {
    let sink = CountingSink::new(Interrupt::never());
    sink.put(artifact("a", "12")).unwrap();
    sink.put(artifact("b", "345")).unwrap();
    assert_eq!((sink.n_files(), sink.n_bytes()), (2, 5));
}

// --- files of others ----------------------------------------------------------------------------------------------------

#[test]
fn foreign_files_are_refused_and_left_alone() {
    let site = Site::new();
    site.write("public/photo.jpg", "p");
    assert_eq!(code(site.build(&[("index.html", "a")]).unwrap_err()), (2, "O007"));
    assert_eq!(site.names(), CLEAN);
    assert_eq!(site.read("photo.jpg"), "p");
    fs::remove_file(site.out().join("photo.jpg")).unwrap();
    site.build(&[("index.html", "a")]).unwrap();
    site.write("public/news/photo.jpg", "p");
    assert_eq!(code(site.build(&[("index.html", "b")]).unwrap_err()), (2, "O007"));
    assert_eq!((site.read("index.html"), site.read("news/photo.jpg")), ("a".to_owned(), "p".to_owned()));
}

#[test]
fn a_manifest_of_another_program_does_not_make_a_folder_ours() {
    let site = Site::new();
    for manifest in ["{\"name\":\"app\"}", "", "{\"tool\":\"yuandi\""] {
        site.write("public/manifest.json", manifest);
        assert_eq!(code(site.build(&[]).unwrap_err()), (2, "O007"));
        assert_eq!(code(site.build_with(&[], Foreign::Adopt, Swap::Exchange).unwrap_err()), (2, "O008"));
        assert_eq!(site.read("manifest.json"), manifest);
    }
}

#[test]
fn an_empty_output_folder_is_fine() {
    let site = Site::new();
    fs::create_dir_all(site.out().join("empty/inside")).unwrap();
    assert_eq!(site.build(&[("index.html", "a")]).unwrap().change, Change::Replaced);
    assert_eq!(site.names(), CLEAN);
}

#[test]
fn adopted_files_stay_through_every_build_and_are_not_listed() {
    for way in [Swap::Exchange, Swap::TwoSteps] {
        let site = Site::new();
        site.write("public/old/photo.jpg", "p");
        #[cfg(unix)]
        std::os::unix::fs::symlink("photo.jpg", site.out().join("old/link")).unwrap();
        for text in ["a", "b", "b"] {
            site.build_with(&[("index.html", text), ("old/x.html", "x")], Foreign::Adopt, way).unwrap();
            assert_eq!((site.read("index.html"), site.read("old/photo.jpg")), (text.to_owned(), "p".to_owned()));
        }
        #[cfg(unix)]
        assert!(site.out().join("old/link").is_symlink());
        assert_eq!(site.names(), CLEAN);
        assert!(verify(&site.out()).value.extra.contains(&"old/photo.jpg".to_owned()));
    }
}

#[test]
fn an_adopted_file_is_never_overwritten() {
    let site = Site::new();
    for (theirs, ours) in [("index.html", "index.html"), ("news", "news/a.html"), ("faq/a/b.html", "faq")] {
        let _ = fs::remove_dir_all(site.out());
        site.write(&format!("public/{theirs}"), "theirs");
        let fault = site.build_with(&[(ours, "ours")], Foreign::Adopt, Swap::Exchange).unwrap_err();
        assert_eq!(code(fault), (2, "O008"), "{theirs}");
        assert_eq!(site.read(theirs), "theirs");
        assert_eq!(site.names(), CLEAN);
    }
}

#[test]
#[cfg(unix)]
fn a_site_is_not_written_through_an_adopted_link() {
    let site = Site::new();
    fs::create_dir_all(site.root().join("elsewhere")).unwrap();
    fs::create_dir(site.out()).unwrap();
    std::os::unix::fs::symlink("../elsewhere", site.out().join("news")).unwrap();
    let fault = site.build_with(&[("news/a.html", "a")], Foreign::Adopt, Swap::Exchange).unwrap_err();
    assert_eq!(code(fault), (2, "O008"));
    assert_eq!(fs::read_dir(site.root().join("elsewhere")).unwrap().count(), 0);
}

#[test]
fn a_foreign_file_that_comes_during_the_build_is_carried_into_the_new_site() {
    for way in [Swap::Exchange, Swap::TwoSteps] {
        let site = Site::new();
        site.build(&[("index.html", "a")]).unwrap();
        let sink = site.open(Foreign::Refuse).unwrap().swapping(way);
        sink.put(artifact("index.html", "b")).unwrap();
        site.write("public/late/photo.jpg", "p");
        sink.finish(parts()).unwrap();
        assert_eq!((site.read("index.html"), site.read("late/photo.jpg")), ("b".to_owned(), "p".to_owned()));
        assert_eq!(site.names(), CLEAN);
    }
}

#[test]
fn a_late_foreign_file_whose_place_is_taken_stays_in_the_staging_folder() {
    let site = Site::new();
    site.build(&[("index.html", "a")]).unwrap();
    let sink = site.open(Foreign::Refuse).unwrap();
    sink.put(artifact("index.html", "b")).unwrap();
    sink.put(artifact("photo.jpg", "ours")).unwrap();
    site.write("public/photo.jpg", "theirs");
    let finished = sink.finish(parts()).unwrap();
    assert_eq!(finished.left.len(), 1);
    assert_eq!(finished.warnings()[0].code.id, "O106");
    assert_eq!(site.read("photo.jpg"), "ours");
    let kept = fs::read_to_string(finished.left[0].join("tree/photo.jpg")).unwrap();
    assert_eq!(kept, "theirs");
    // It is in nobody's way: the next build works, and says so again. Once its place is free, it comes back.
    let finished = site.build(&[("index.html", "c")]).unwrap();
    assert_eq!((finished.change, finished.left.len()), (Change::Replaced, 1));
    assert_eq!(code(site.build(&[("index.html", "d")]).unwrap_err()), (2, "O007"));
    assert_eq!(site.read("photo.jpg"), "theirs");
    assert_eq!(site.names(), CLEAN);
}

// --- what dead runs leave -----------------------------------------------------------------------------------------------

#[test]
fn a_folder_with_our_name_but_without_our_mark_is_left_alone() {
    let site = Site::new();
    site.write(".public.yuandi-staging-mine/thesis.docx", "t");
    fs::create_dir(site.root().join(".public.yuandi-staging-7-0")).unwrap();
    site.build(&[("index.html", "a")]).unwrap();
    assert_eq!(fs::read_to_string(site.root().join(".public.yuandi-staging-mine/thesis.docx")).unwrap(), "t");
    assert!(!site.root().join(".public.yuandi-staging-7-0").exists());
}

#[test]
fn a_swap_that_died_between_its_two_steps_is_finished() {
    let site = Site::new();
    site.build(&[("index.html", "old")]).unwrap();
    let staging = site.root().join(".public.yuandi-staging-7-0");
    site.write(".public.yuandi-staging-7-0/yuandi-staging", "");
    site.write(".public.yuandi-staging-7-0/swapping", "");
    site.write(".public.yuandi-staging-7-0/tree/index.html", "new");
    fs::rename(site.out(), staging.join("old")).unwrap();
    drop(site.open(Foreign::Adopt).unwrap());
    assert_eq!(site.read("index.html"), "new");
    assert_eq!(site.names(), CLEAN);
}

#[test]
fn a_swap_that_died_between_its_two_steps_waits_when_its_place_is_taken() {
    let site = Site::new();
    site.write(".public.yuandi-staging-7-0/yuandi-staging", "");
    site.write(".public.yuandi-staging-7-0/tree/index.html", "new");
    site.write(".public.yuandi-staging-7-0/old/index.html", "old");
    site.write("public/index.html", "theirs");
    assert_eq!(code(site.open(Foreign::Adopt).unwrap_err()), (2, "O010"));
    let kept = fs::read_to_string(site.root().join(".public.yuandi-staging-7-0/old/index.html")).unwrap();
    assert_eq!((kept.as_str(), site.read("index.html").as_str()), ("old", "theirs"));
}

// --- the manifest -------------------------------------------------------------------------------------------------------

#[test]
fn a_manifest_has_one_line_per_file_and_reads_back() {
    let site = Site::new();
    site.build(&[("b.html", "b"), ("a-b/x.html", ""), ("a/x.html", "a")]).unwrap();
    let text = site.read(MANIFEST);
    let hash = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
    assert!(text.contains(&format!("{{\"path\":\"a/x.html\",\"size\":1,\"sha256\":\"{hash}\"}},\n")), "{text}");
    assert!(text.contains("\"as_of\":\"2026-03-15\",\n\"digest\":\"d1\",\n\"previous\":null,\n"), "{text}");
    let manifest = Manifest::read(text.as_bytes()).unwrap();
    assert_eq!(manifest.to_bytes(), text.as_bytes());
    assert_eq!(manifest.find("a/x.html").unwrap().sha256.to_string(), hash);
    assert!(manifest.find(MANIFEST).is_none());
    assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
}

#[test]
fn a_manifest_that_leads_out_of_the_site_or_is_out_of_order_is_not_ours() {
    let good = Manifest::new(parts(), vec![file("a"), file("b")]);
    assert!(Manifest::read(&good.to_bytes()).is_ok());
    for paths in [["../a", "b"], ["a", "/b"], ["a", "a"], ["b", "a"], ["a\\b", "b"], ["", "b"]] {
        let mut bad = good.clone();
        bad.files = paths.iter().map(|path| file(path)).collect();
        assert!(Manifest::read(&bad.to_bytes()).is_err(), "{paths:?}");
    }
}

fn file(path: &str) -> ManifestFile {
    ManifestFile { path: path.to_owned(), size: 1, sha256: Digest([7; 32]) }
}

#[test]
fn verify_says_when_there_is_no_manifest_or_a_garbled_one() {
    let site = Site::new();
    let ids = |dir: &Path| verify(dir).found.iter().map(|found| found.code.id).collect::<Vec<_>>();
    assert_eq!(ids(&site.out()), ["O051"]);
    site.write("public/manifest.json", "{\"tool\":\"yuandi\",");
    assert_eq!(ids(&site.out()), ["O052"]);
    fs::remove_file(site.out().join(MANIFEST)).unwrap();
    site.build(&[("a.html", "a"), ("b.html", "b")]).unwrap();
    site.write("public/extra.html", "x");
    site.write("public/a.html", "x");
    fs::remove_file(site.out().join("b.html")).unwrap();
    assert_eq!(ids(&site.out()), ["O053", "O054", "O055"]);
}

// --- other systems ------------------------------------------------------------------------------------------------------

#[test]
#[cfg(unix)]
fn what_every_system_can_do_is_enough() {
    let dir = TempDir::new().unwrap();
    fs::create_dir(dir.path().join("a")).unwrap();
    fs::create_dir(dir.path().join("b")).unwrap();
    let (a, b) = (open_plain(dir.path().join("a")), open_plain(dir.path().join("b")));
    std::io::Write::write_all(&mut a.create(Path::new("x")).unwrap(), b"x").unwrap();
    assert!(a.create(Path::new("x")).is_err());
    b.link_from(&a, Path::new("x")).unwrap();
    assert_eq!(fs::read(b.at(Path::new("x"))).unwrap(), b"x");
    a.flush().unwrap();
    a.remove_file(Path::new("x")).unwrap();
    assert!(disk::plain::cannot_exchange(&disk::plain::exchange(dir.path(), dir.path()).unwrap_err()));
    disk::plain::rename_new(&dir.path().join("b"), &dir.path().join("c")).unwrap();
    assert!(disk::plain::rename_new(&dir.path().join("a"), &dir.path().join("c")).is_err());
}

#[cfg(unix)]
fn open_plain(path: PathBuf) -> disk::plain::Folder {
    disk::plain::Folder::open(&path).unwrap()
}
