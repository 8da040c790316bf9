package id.pendopo.conversation.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.ticketing.BundledCatalogue;
import id.pendopo.ui.CountryPack;
import id.pendopo.ui.CountryPackRefused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormTests {

    private static final CountryPack ODD = CountryPack.of("forms");

    private static final Phrasebook PHRASEBOOK = Phrasebook.of(CountryPack.chosen());

    private static final Instant NOW = Instant.parse("2026-03-17T02:00:00Z");

    private final Form form = FormFile.report(CountryPack.chosen());

    private static Verdict check(Validator validator, String text) {
        return validator.check(new Entry(said(text), BundledCatalogue.load().categories(), Optional.empty()));
    }

    private static MessageText said(String text) {
        return MessageText.of(PHRASEBOOK, text);
    }

    @Test
    void asksTheNeededFieldsAndThenLetsReadOver() {
        Draft draft = Draft.of(form, NOW);

        assertThat(form.next(draft).map(Field::name)).contains("description");
        Draft described = draft.with("description", "jalan rusak").spent(NOW);
        assertThat(form.next(described).map(Field::name)).contains("place");
        assertThat(form.next(described.with("place", "jl mawar").spent(NOW))).isEmpty();
    }

    @Test
    void asksForTheCategoryOnlyWhereThereIsRoom() {
        Draft known = Draft.of(form, NOW).with("description", "sesuatu rusak").with("place", "jl mawar");

        assertThat(form.next(known).map(Field::name)).contains("category");
        assertThat(form.next(known.spent(NOW).spent(NOW))).isEmpty();
    }

    @Test
    void asksACategorysOwnQuestions() {
        Form own = FormFile.of(ODD, "forms/with-extra.yaml");
        Draft draft = Draft.of(own, NOW).with("category", "air-bersih").with("description", "air mati total");

        assertThat(own.next(draft).map(Field::name)).contains("meter");
        assertThat(own.next(Draft.of(own, NOW).with("category", "sampah").with("description", "sampah menumpuk")))
                .isEmpty();
        assertThat(own.numbered(draft, 3).map(Field::name)).contains("meter");
    }

    @Test
    void refusesAFormThatItDoesNotUnderstandWithTheReason() {
        assertThatThrownBy(() -> FormFile.of(ODD, "forms/unknown-validator.yaml"))
                .isInstanceOf(CountryPackRefused.class)
                .hasMessageContaining("no validator is called colour");
        assertThatThrownBy(() -> FormFile.of(ODD, "forms/none.yaml"))
                .hasMessageContaining("forms/none.yaml is missing");
    }

    @Test
    void readsYesAndNoAsPeopleWriteThem() {
        assertThat(List.of("ya", "Iya!", "oke", "sip", "yes", "nggih"))
                .allMatch(text -> said(text).yes().equals(Optional.of(true)));
        assertThat(List.of("tidak", "gak", "nggak", "jangan", "no"))
                .allMatch(text -> said(text).yes().equals(Optional.of(false)));
        assertThat(said("mungkin").yes()).isEmpty();
    }

    @Test
    void saysHowToMendAnAnswer() {
        assertThat(check(new Validator.Words(8, 100), "rusak")).isEqualTo(new Verdict.Refused("form.refused.short", 8));
        assertThat(check(new Validator.Place(3, 100), "ya")).isInstanceOf(Verdict.Refused.class);
        assertThat(check(new Validator.YesNo(), "mungkin")).isInstanceOf(Verdict.Refused.class);
        assertThat(check(new Validator.OneCategory(), "entah")).isInstanceOf(Verdict.Refused.class);
        assertThat(check(new Validator.OneCategory(), "jalan-rusak")).isEqualTo(new Verdict.Accepted("jalan-rusak"));
        assertThat(check(new Validator.PersonName(60), "nama saya Siti")).isEqualTo(new Verdict.Accepted("Siti"));
        assertThat(check(new Validator.PersonName(60), "anonim"))
                .isEqualTo(new Verdict.Accepted(Validator.PersonName.ANONYMOUS));
        assertThat(check(new Validator.PersonName(60), "rahasia"))
                .isEqualTo(new Verdict.Accepted(Validator.PersonName.HIDDEN));
    }
}
