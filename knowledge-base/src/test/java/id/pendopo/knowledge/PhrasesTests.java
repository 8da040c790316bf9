package id.pendopo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTests {

    /** Words at the beginning of a text, until every gap of these phrases is as full as it gets. */
    private static final int GAPS = 20;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "terima kasih; Terima   kasih, pak!",
                "terima kasih; eh terima-kasih",
                "makasih|mksh; ok mksh",
                "(terima|trima) kasih; trima kasih",
                "terima kasih banyak?; terima kasih",
                "terima kasih banyak?; terima kasih banyak",
                "sambung* ~2 petugas; sambungkan ke petugas",
                "sambung* ~2 petugas; sambungkan saya ke petugas",
                "sambung* ~2 petugas; sambung petugas",
                "*sambung petugas; disambung petugas",
                "*ambu* petugas; disambungkan petugas",
                "lapor{,kan,in}; mau laporin",
                "lapor{,kan,in}; mau lapor",
                "pindah #; pindah 482",
                "nomor#; nomor12",
                "bintang 5; bintang 5",
                "^ ya; ya pak",
                "ya $; oke ya",
                "(pak|bu)* halo; bu pak bu halo",
                "halo (pak|bu)+; halo bu",
                "apa _ itu; apa sih itu",
                "rék; mau rék",
            })
    void findsAPhraseAmongTheWords(String phrase, String text) {
        assertThat(phrases("it\t" + phrase).in(text).says("it")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "terima kasih; terima saja kasih",
                "kasih; kasihan",
                "sambung* ~2 petugas; sambungkan saya ke situ petugas",
                "*sambung petugas; disambungkan petugas",
                "lapor{,kan,in}; laporan",
                "pindah #; pindah",
                "pindah #; pindah empat",
                "bintang 5; bintang 4",
                "^ ya; oke ya",
                "ya $; ya pak",
                "halo (pak|bu)+; halo",
                "apa _ itu; apa itu",
                "^ ya?; tidak",
                "ya? $; tidak",
                "ya; ''",
            })
    void findsNothingElse(String phrase, String text) {
        assertThat(phrases("it\t" + phrase).in(text).says("it")).isFalse();
    }

    @Test
    void tellsTheWholeTextFromItsBeginning() {
        PhraseMatches said =
                phrases("yes\tya|ya (dong|benar)", "lead\tmau? lapor").in("Ya, dong.");

        assertThat(said.is("yes")).isTrue();
        assertThat(said.leads("yes")).isEqualTo(2);
        assertThat(said.is("lead")).isFalse();
        assertThat(said.words()).isEqualTo(2);
    }

    @Test
    void handsOutWhatIsSaidBehindABeginning() {
        Phrases phrases = phrases("lead\t(mau|saya)* lapor (min|pak)?");

        assertThat(phrases.in("Mau lapor, min: Jalan RUSAK!").behind("lead")).isEqualTo("Jalan RUSAK!");
        assertThat(phrases.in("lapor!").behind("lead")).isEmpty();
        assertThat(phrases.in("Jalan rusak").behind("lead")).isEqualTo("Jalan rusak");
    }

    @Test
    void saysWhereAPhraseBeginsAndWhatFollowsItsLastOne() {
        PhraseMatches said = phrases("but\ttapi|bukan (itu|ini)?").in("Bukan itu, tapi ini. Tapi: itu!");

        assertThat(said.starts("but")).containsExactly(0, 11, 21);
        assertThat(said.behindLast("but")).isEqualTo(": itu!");
        assertThat(said.starts("that")).isEmpty();
        assertThat(said.behindLast("that")).isEqualTo("Bukan itu, tapi ini. Tapi: itu!");
    }

    @Test
    void leavesOutWhatIsInAnException() {
        Phrases phrases = phrases("thanks\tnuwun|suwun", "thanks\t! nuwun sewu|(kula|kulo) nuwun");

        assertThat(phrases.in("nuwun").says("thanks")).isTrue();
        assertThat(phrases.in("nuwun sewu").says("thanks")).isFalse();
        assertThat(phrases.in("kula nuwun").says("thanks")).isFalse();
        assertThat(phrases.in("kula nuwun, nuwun").says("thanks")).isTrue();
        assertThat(phrases.in("nuwun sewu pak, suwun").says("thanks")).isTrue();
        assertThat(phrases.names()).containsExactly("thanks");
    }

    @Test
    void looksAtTheEdgesOfAPhraseForAnException() {
        Phrases phrases = phrases("person\t(hubung*|bicara) ~3 (petugas|orang)", "person\t! orang tua");

        assertThat(phrases.in("bicara dengan orang tua").says("person")).isFalse();
        assertThat(phrases.in("bicara dengan orang").says("person")).isTrue();
        assertThat(phrases.in("hubungi petugas, orang tua saya sakit").says("person"))
                .isTrue();
        assertThat(phrases.in("bicara dengan orang tua, petugas").says("person"))
                .isTrue();
    }

    @Test
    void putsInWhatAPhraseNames() {
        Phrases phrases = phrases("hello\t<call>* halo <call>*", "call\tpak|bu", "call\tmas");

        assertThat(phrases.in("pak bu halo mas").is("hello")).isTrue();
        assertThat(phrases.in("pak halo siti").is("hello")).isFalse();
    }

    @Test
    void listsWhatIsWrittenOutInFull() {
        Phrases phrases = phrases("status\tcek? (status|tiket)", "status\tlacak* ~2 tiket", "status\t_ nomor");

        assertThat(phrases.wordings("status")).containsExactlyInAnyOrder("status", "tiket", "cek status", "cek tiket");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "it\t(ya; test, line 1: a bracket is not closed",
                "it\tya); test, line 1: a bracket is closed that was not opened",
                "it\tya||tidak; test, line 1: a word is missing",
                "it\tYa; test, line 1: \"Ya\" is no word in small letters without punctuation",
                "it\tdon't; test, line 1: \"don't\" is no word in small letters without punctuation",
                "it\t~x ya; test, line 1: a gap is ~1 to ~9 words wide",
                "it\t?; test, line 1: \"?\" stands at no place of its own",
                "it\t<that>; test, line 1: there is no <that>",
                "it\t<it>; test, line 1: <it> is made of itself",
                "it\tya?; test, line 1: every word may be left out",
                "it ya; test, line 1: a name, a tab and a phrase are wanted",
                "It\tya; test, line 1: a name, a tab and a phrase are wanted",
            })
    void saysWhatIsWrongWithALine(String line, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> phrases(line)).withMessageContaining(why);
    }

    /** The steps are counted, not timed: twice the text takes twice of them, and no word more than the automaton is wide. */
    @ParameterizedTest
    @ValueSource(
            strings = {"a ", "a", "tolong ", "tolong sambung ", "1 ", "pak bu ", "ambu", "tolong pak a a a ", "é.", "\n"
            })
    void takesStepsAsTheTextIsLong(String unit) {
        PhraseAutomaton automaton = automaton(
                "tolong ~9 sambung* ~9 petugas",
                "(pak|bu|a|1|#)* lapor",
                "(a|a a|a a a|_)* selesai",
                "*a* ~9 *ambu* ~9 b",
                "^ (a|tolong|_ _)+ $");
        int times = 32 * 1024 / unit.length();
        long half = automaton.run(words(unit.repeat(times))).steps();
        List<String> words = words(unit.repeat(2 * times));
        PhraseAutomaton.Run whole = automaton.run(words);

        assertThat(whole.steps()).isLessThanOrEqualTo(half * 2 + GAPS * automaton.widest());
        assertThat(whole.steps()).isLessThanOrEqualTo((words.size() + 2L) * automaton.widest());
    }

    @Test
    void judgesExceptionsOfALongTextOneByOne() {
        Phrases phrases = phrases("thanks\tnuwun", "thanks\t! nuwun (sewu|nuwun)");

        assertThat(phrases.in("nuwun ".repeat(12_000)).says("thanks")).isFalse();
        assertThat(phrases.in("nuwun sewu ".repeat(6_000) + "nuwun").says("thanks"))
                .isTrue();
    }

    private static List<String> words(String text) {
        return PhraseWord.of(text).stream().map(PhraseWord::word).toList();
    }

    private static PhraseAutomaton automaton(String... phrases) {
        PhraseAutomaton.Builder builder = new PhraseAutomaton.Builder();
        IntStream.range(0, phrases.length).forEach(i -> builder.add(i, PhraseSyntax.read(phrases[i])));
        return builder.built();
    }

    private static Phrases phrases(String... lines) {
        return new Phrases(IntStream.range(0, lines.length)
                .mapToObj(i -> PhraseFiles.Line.of("test, line " + (i + 1), lines[i]))
                .toList());
    }
}
