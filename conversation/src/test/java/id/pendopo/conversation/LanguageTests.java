package id.pendopo.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Ticket;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Citizens who speak Javanese or Sundanese, through the shell and its database. */
@ConversationTest
class LanguageTests {

    private static final String APOLOGY = "dereng wonten ing basa Jawi";
    private static final String ONE_MESSAGE = "biaya sim internasional";
    private static final String TWO_MESSAGES = "syarat sim internasional apa saja";

    private final Correspondence transcripts;
    private final Person citizen;

    LanguageTests(People people, Correspondence transcripts) {
        this.citizen = people.next();
        this.transcripts = transcripts;
    }

    @Test
    void saysThatAnArticleIsInIndonesianOnceAndWhereItCostsNoFurtherMessage() {
        assertThat(citizen.hears("basa jawa")).contains("mawi basa Jawi");

        assertThat(citizen.hears(ONE_MESSAGE)).contains("Rp250.000").doesNotContain(APOLOGY);
        assertThat(citizen.hears(TWO_MESSAGES)).contains(APOLOGY, "Paspor yang masih berlaku");
        assertThat(citizen.hears(TWO_MESSAGES)).doesNotContain(APOLOGY);
    }

    @Test
    void keepsTheLanguageInTheTicketAndOnTheCitizensCard() {
        citizen.say("basa sunda");

        Ticket ticket = citizen.reports("jalan rusak depan SD 3 Sukamaju");

        assertThat(ticket.language()).isEqualTo(Locale.of("su"));
        assertThat(transcripts.citizen(ticket))
                .hasValueSatisfying(card -> assertThat(card.language()).isEqualTo("su"));
    }
}
