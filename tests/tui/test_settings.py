"""The settings: read with every fault in its place, and never in the way of opening the app."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.actions import ACTIONS
from tui.settings import FILE, Settings, folder, load, remember_theme
from tui.settings_file import parsed, with_theme


def faults(text: str) -> list[str]:
    return [str(fault) for fault in parsed(text.encode(), "i.toml").faults]


def write(text: str, *, newline: str = "\n") -> Path:
    folder().mkdir(parents=True, exist_ok=True)
    (folder() / FILE).write_text(text, encoding="utf-8", newline=newline)
    return folder() / FILE


def test_without_a_file_all_is_as_it_comes() -> None:
    loaded = load()
    assert (loaded.settings, loaded.faults) == (Settings(), ())


def test_every_setting_is_read() -> None:
    write(
        'tema = "ljus"\nascii = true\nrorelse = false\nsynka = 15\nforval = "vim"\n\n'
        '[tangenter]\nkommentar = "F5"\nangra = ["z", "Ctrl+Z", "?", "^R"]\nhjalp = "f1"\n'
    )
    loaded = load()
    assert loaded.faults == ()
    assert loaded.settings == Settings(
        tema="ljus",
        ascii=True,
        rorelse=False,
        synka=15,
        forval="vim",
        tangenter={
            "kommentar": ("f5",),
            "angra": ("z", "ctrl+z", "question_mark", "ctrl+r"),
            "hjalp": ("f1",),
        },
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("teman = 1", "i.toml:1:1: inställningen teman finns inte; menade du tema?"),
        ('\n  tema = "rosa"', "i.toml:2:3: tema ska vara ett av mork, ljus, mork-kontrast, ljus-kontrast, ansi"),
        ("tema = []", "i.toml:1:1: tema ska vara ett av mork, ljus, mork-kontrast, ljus-kontrast, ansi"),
        ("ascii = 1", "i.toml:1:1: ascii ska vara true eller false"),
        ("synka = true", "i.toml:1:1: synka ska vara ett antal minuter, 1 till 1440, eller 0 för aldrig"),
        ("synka = 2.5", "i.toml:1:1: synka ska vara ett antal minuter, 1 till 1440, eller 0 för aldrig"),
        ("synka = -1", "i.toml:1:1: synka ska vara ett antal minuter, 1 till 1440, eller 0 för aldrig"),
        ('forval = "emacs"', "i.toml:1:1: forval ska vara ett av vim"),
        ('tangenter = "x"', "i.toml:1:1: tangenter ska vara en tabell: [tangenter]"),
        ('[tangenter]\nkomentar = "x"', "i.toml:2:1: åtgärden komentar finns inte; menade du kommentar?"),
        ('[tangenter]\nxyz = "x"', "i.toml:2:1: åtgärden xyz finns inte; se trafikljus keys"),
        (
            '[tangenter]\nkommentar = "blä"',
            "i.toml:2:1: blä är ingen tangent; skriv till exempel x, X, ?, f5, ctrl+r",
        ),
        (
            "[tangenter]\nkommentar = []",
            'i.toml:2:1: kommentar ska vara en tangent, "x", eller flera, ["x", "f5"]',
        ),
        ('[tangenter]\nkommentar = "ctrl+c"', "i.toml:2:1: ctrl+c avslutar alltid; välj en annan tangent"),
        (
            '[tangenter]\nspara = "s"',
            "i.toml:2:1: s skriver ett tecken i texten; välj till exempel f5, ctrl+r",
        ),
        (
            '[tangenter]\nkommentar = "u"',
            "i.toml:2:1: tangenten u hör redan till angra (Ångra); ge någon av dem en annan tangent",
        ),
        ('tema = "ljus\n', "i.toml:1:13: texten saknar sitt avslutande citattecken på raden"),
    ],
)
def test_a_fault_is_told_in_its_place_with_what_is_right(text: str, told: str) -> None:
    assert faults(text) == [told]


def test_a_faulty_setting_does_not_take_the_others_with_it() -> None:
    loaded = parsed(b'tema = "rosa"\nascii = true\n[tangenter]\nkommentar = "u"\n', "i.toml")
    assert loaded.settings == Settings(ascii=True)
    assert len(loaded.faults) == 2


def test_two_actions_may_trade_keys() -> None:
    assert faults('[tangenter]\nkommentar = "u"\nangra = "k"') == []


def test_a_file_that_is_no_text_is_told() -> None:
    (fault,) = parsed(b"tema = \xff", "i.toml").faults
    assert "UTF-8" in str(fault)


def test_a_folder_in_the_place_of_the_file_is_told() -> None:
    (folder() / FILE).mkdir(parents=True)
    loaded = load()
    assert loaded.settings == Settings()
    assert len(loaded.faults) == 1


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Mina inställningar\n\nascii = false   # hemma\n\n[tangenter]\nkommentar = 'K'\n",
        "[tangenter]\n# tema = 1\nkommentar = 'K'\n",
        'rorelse = false\n  tema  =  "ljus"  # dagtid\n[tangenter]\n',
    ],
)
def test_a_chosen_theme_is_written_and_all_else_stays_to_the_byte(text: str, newline: str) -> None:
    path = write(text, newline=newline)
    before = path.read_bytes()
    remember_theme("ansi")
    assert load().settings.tema == "ansi"
    after = path.read_bytes()
    if b'"ljus"' in before:
        assert after == before.replace(b'"ljus"', b'"ansi"')
    else:
        assert after.endswith(before)
        assert after.removesuffix(before).rstrip(b"\r\n") == b'tema = "ansi"'


def test_a_theme_is_not_written_into_a_file_that_cannot_be_read() -> None:
    path = write("tema = ")
    with pytest.raises(ValueError, match="värdet går inte att läsa"):
        remember_theme("ansi")
    assert path.read_text(encoding="utf-8") == "tema = "


def test_a_link_to_the_settings_stays_a_link(tmp_path: Path) -> None:
    own = tmp_path / "mina.toml"
    own.write_text("ascii = true\n", encoding="utf-8")
    folder().mkdir(parents=True)
    try:
        (folder() / FILE).symlink_to(own)
    except OSError:
        pytest.skip("länkar får inte göras här")
    remember_theme("ljus")
    assert (folder() / FILE).is_symlink()
    assert tomllib.loads(own.read_text(encoding="utf-8")) == {"ascii": True, "tema": "ljus"}


@given(st.text(max_size=60))
def test_no_text_brings_the_reading_down(text: str) -> None:
    parsed(text.encode("utf-8", "surrogatepass"), "i.toml")


@given(
    st.dictionaries(
        st.sampled_from([action.name for action in ACTIONS]),
        st.sampled_from("abc?+ÅuU^") | st.just("f5"),
        max_size=4,
    )
)
def test_keys_are_taken_only_when_no_key_runs_two_actions(keys: dict[str, str]) -> None:
    text = "[tangenter]\n" + "".join(f'{name} = "{key}"\n' for name, key in keys.items())
    loaded = parsed(text.encode(), "i.toml")
    assert set(loaded.settings.tangenter) == (set() if loaded.faults else set(keys))


@given(st.sampled_from(["ljus", "ansi"]), st.text("#\n\r a='\"", max_size=20))
def test_a_theme_goes_into_any_file_that_can_be_read(name: str, comment: str) -> None:
    text = f"{comment}\nascii = true\n"
    try:
        before = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    if "tema" in before:
        return
    assert tomllib.loads(with_theme(text.encode(), name).decode()) == {**before, "tema": name}
