package id.pendopo.conversation.wording;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.conversation.TestKinds;
import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Reply;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ui.CountryPack;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTests {

    private static final Instant NOW = Instant.parse("2026-03-17T13:00:00Z");
    private static final TicketCode CODE = new TicketCode("0000000000");

    private final Wording wording = Wording.shipped(CountryPack.chosen(), TestKinds.ALL);

    private static RenderingContext around(String language, boolean brief) {
        return new RenderingContext(
                Locale.of(language), brief ? Family.SEGMENTED : Family.RICH, Map.of(), List.of(), List.of());
    }

    private List<Block> said(RenderingContext around, Part... parts) {
        return wording.blocks(new Reply(List.of(parts), Optional.empty()), around);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-17T13:30:00Z | Asia/Jakarta | id | hari ini pukul 20.30 WIB",
                "2026-03-18T00:30:00Z | Asia/Jakarta | id | besok pukul 07.30 WIB",
                "2026-03-25T00:30:00Z | Asia/Makassar | id | Rabu, 25 Maret pukul 08.30 WITA",
                "2026-03-25T00:30:00Z | Asia/Jayapura | en | Wednesday, 25 March at 09.30 WIT",
                "2026-02-25T00:30:00Z | Asia/Jakarta | su | Rabu, 25 Februari pukul 07.30 WIB"
            })
    void saysTimesAsPeopleDo(Instant at, String zone, String language, String words) {
        Part part = new Part.Say("person.later", List.of(new Arg.Moment(at, ZoneId.of(zone), NOW), new Arg.Code(CODE)));

        assertThat(said(around(language, false), part))
                .singleElement()
                .isInstanceOfSatisfying(
                        Block.Text.class, text -> assertThat(text.text()).contains(words, "000 000 0000"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sampah dan pencemaran | 18 | Sampah..",
                "Jalan atau jembatan rusak | 18 | Jalan atau..",
                "KTP, KK, akta, dan layanan dukcapil | 18 | KTP, KK, akta..",
                "Pungutan liar dan penyalahgunaan wewenang | 18 | Pungutan liar..",
                "Bantuan sosial | 18 | Bantuan sosial",
                "lubang besar di depan SD 3 Wanasari | 30 | lubang besar di depan SD 3..",
                "pneumonoultramicroscopic | 18 | pneumonoultramic.."
            })
    void cutsBetweenWords(String text, int length, String cut) {
        Part part = new Part.Say("answered.left", List.of(new Arg.Excerpt(text, length)));

        assertThat(said(around("id", true), part))
                .singleElement()
                .isInstanceOfSatisfying(
                        Block.Text.class, said -> assertThat(said.briefly()).contains("\"" + cut + "\""));
    }

    @Test
    void saysDaysInFull() {
        Part part = new Part.Say(
                "status.other",
                List.of(new Arg.Code(CODE), new Arg.Term("state.OPEN"), new Arg.Day(NOW, ZoneId.of("Asia/Jakarta"))));

        assertThat(said(around("id", false), part))
                .singleElement()
                .isInstanceOfSatisfying(
                        Block.Text.class,
                        text -> assertThat(text.text()).contains("sedang dikerjakan", "17 Maret 2026"));
    }

    @Test
    void leavesOutChoicesThatTheShortTextNames() {
        Part offer = new Part.Offer(List.of(new Part.Option("form:send", new Arg.Term("option.send"))), true);

        assertThat(said(around("id", true), offer)).isEmpty();
        assertThat(said(around("id", false), offer)).hasSize(1);
    }

    @Test
    void saysThatThereIsNothingToRepeat() {
        assertThat(said(around("en", false), new Part.Again()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Block.Text.class, text -> assertThat(text.text()).contains("no message to repeat"));
    }

    @Test
    void promisesNoDayThatItDoesNotKnow() {
        assertThat(said(around("id", false), new Part.Say("reported", List.of(new Arg.Code(CODE), new Arg.Due(CODE)))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Block.Text.class, text -> assertThat(text.text()).contains("secepatnya"));
    }
}
