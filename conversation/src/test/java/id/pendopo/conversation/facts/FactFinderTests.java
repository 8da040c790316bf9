package id.pendopo.conversation.facts;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.TestKinds;
import id.pendopo.conversation.dialogue.Contribution;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.engine.DialoguePolicy;
import id.pendopo.conversation.engine.DialoguePolicy.Named;
import id.pendopo.conversation.engine.Engine;
import id.pendopo.conversation.floor.FloorProperties;
import id.pendopo.conversation.floor.FloorReturn;
import id.pendopo.conversation.forms.Forms;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.Languages;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.knowledge.Answer;
import id.pendopo.ticketing.WorkingCalendar;
import id.pendopo.ui.CountryPack;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the responders need is gathered, and nothing else. */
@ConversationTest
class FactFinderTests {

    private static final Instant NOW = Instant.parse("2026-03-17T02:00:00Z");
    private static final Address CITIZEN = new Address("test", "+6281300009999");
    private static final String QUESTION = "ktp hilang, tiket 482 177 3021, petugas";

    private final NluServices understanding;
    private final FactSources sources;

    FactFinderTests(
            NluServices understanding,
            FactSources.TicketReader tickets,
            WorkingCalendar calendar,
            FactSources.AccessRules access,
            FactSources.TransferRules transfers,
            FactSources.AlarmReader alarms,
            FactSources.LineReader lines) {
        this.understanding = understanding;
        this.sources = new FactSources(tickets, calendar, access, transfers, alarms, lines);
    }

    private record Needy(Set<Need> needs) implements Responder {

        @Override
        public Optional<Decision> respond(TurnContext context) {
            return Optional.empty();
        }

        @Override
        public Set<Need> needs(Hearing hearing) {
            return needs;
        }
    }

    private Facts facts(Need... needs) {
        DialoguePolicy policy = new DialoguePolicy(
                Forms.of(CountryPack.chosen()),
                Languages.of(CountryPack.chosen()),
                Phrasebook.of(CountryPack.chosen()),
                new FloorReturn(FloorProperties.SHIPPED),
                List.of(new Named<>("needy", new Needy(Set.of(needs)))),
                List.of());
        return facts(policy, message(QUESTION));
    }

    private Facts facts(DialoguePolicy policy, InboundMessage message) {
        return new FactFinder(new Engine(policy), understanding, sources).about(talk(), message, NOW);
    }

    private static Conversation talk() {
        return Conversation.fresh(0, CITIZEN, TestKinds.WEB, Locale.of("id"));
    }

    private static InboundMessage message(String text) {
        return InboundMessage.text("test", "m", NOW, "test-line", CITIZEN, text);
    }

    @Test
    void whereNobodyNeedsAnythingOnlyTheLanguageAndTheCategoriesAreKnown() {
        Facts facts = facts();

        assertThat(facts.categories()).isNotEmpty();
        assertThat(facts.act()).isEmpty();
        assertThat(facts.answers()).isEmpty();
        assertThat(facts.suggestion()).isEmpty();
        assertThat(facts.named()).isEmpty();
        assertThat(facts.offices()).isEmpty();
        assertThat(facts.transfer()).isEmpty();
    }

    @Test
    void eachNeedIsMetAndNoOther() {
        assertThat(facts(Need.Plain.OFFICES))
                .satisfies(facts -> assertThat(facts.offices()).isNotEmpty())
                .satisfies(facts -> assertThat(facts.answers()).isEmpty());
        assertThat(facts(Need.Plain.ANSWERS).answers()).isNotEmpty();
        assertThat(facts(new Need.OneArticle("ktp-el-baru")).found())
                .extracting(found -> found.version().slug())
                .containsExactly("ktp-el-baru");
        assertThat(facts(Need.Plain.SUGGESTION, new Need.Words("jalan rusak berlubang depan sekolah"))
                        .suggestion())
                .hasValueSatisfying(guess -> assertThat(guess.category()).isEqualTo("jalan-rusak"));
        assertThat(facts(Need.Plain.ACT).act()).isPresent();
    }

    /** The dearest facts, by the list that the desk ships. */
    @Test
    void searchesOnlyForWordsThatTheBotMayAnswer() {
        DialoguePolicy shipped = DialoguePolicy.shipped(CountryPack.chosen());
        Engine engine = new Engine(shipped);

        assertThat(engine.needs(talk(), message("ktp hilang"))).contains(Need.Plain.ANSWERS);
        assertThat(engine.needs(talk(), message("482 177 3021"))).doesNotContain(Need.Plain.ANSWERS);
        assertThat(engine.needs(talk(), message("ktp hilang"))).doesNotContain(Need.Plain.OFFICES);
        assertThat(engine.needs(talk(), message("petugas"))).contains(Need.Plain.OFFICES);
        Conversation offered = talk().with(talk().state().offering(List.of(ChoiceIds.ARTICLE + "ktp-el-baru")));
        assertThat(engine.needs(offered, message("1")))
                .contains(new Need.OneArticle("ktp-el-baru"))
                .doesNotContain(Need.Plain.ANSWERS);
    }

    @Test
    void aContributedRespondersNeedsAreGatheredToo() {
        DialoguePolicy policy = DialoguePolicy.shipped(CountryPack.chosen())
                .with(new Contribution.OfResponder("needy", "act", new Needy(Set.of(Need.Plain.OFFICES))));

        assertThat(facts(policy, message("halo")).offices()).isNotEmpty();
        assertThat(facts(policy, message("ktp hilang")).answers()).hasAtLeastOneElementOfType(Answer.Found.class);
    }
}
