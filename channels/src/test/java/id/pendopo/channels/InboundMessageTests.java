package id.pendopo.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

class InboundMessageTests {

    /** An index takes 2,700 bytes; an identifier that is longer would come back for ever. */
    @Test
    void knowsWhatIsTooLongForAnIndexByItsHash() {
        String longName = "x".repeat(3_000);
        Address citizen = new Address("test", longName);
        InboundMessage message = InboundMessage.text("test", longName, Instant.EPOCH, "test", citizen, "halo");
        InboundMessage other = InboundMessage.text("test", longName + "y", Instant.EPOCH, "test", citizen, "halo");
        DeliveryReport report = new DeliveryReport(
                "test",
                longName + "/SENT",
                Instant.EPOCH,
                Optional.of(longName),
                Optional.empty(),
                DeliveryReport.Status.SENT,
                Optional.empty());

        assertThat(message.externalId()).hasSizeLessThan(100).isNotEqualTo(other.externalId());
        assertThat(citizen.value()).hasSizeLessThan(100);
        assertThat(report.providerId()).contains(message.externalId());
        assertThat(new MessageChanged("test", "e", Instant.EPOCH, citizen, longName, Optional.empty()).originalId())
                .isEqualTo(message.externalId());
        assertThat(new AddressEvent("test", "SM1/BLOCKED", Instant.EPOCH, citizen, AddressEvent.What.BLOCKED)
                        .externalId())
                .isEqualTo("SM1/BLOCKED");
    }

    /** The database is there: what it refuses for its size comes back for ever if it is not put away. */
    @Test
    void putsAwayWhatTheDatabaseRefusesForItsSize() {
        DataAccessException refused = new DataAccessResourceFailureException(
                "", new SQLException("index row size 2712 exceeds maximum", "54000"));
        DataAccessException away = new DataAccessResourceFailureException("", new SQLException("", "08006"));

        assertThat(Inbox.FailurePolicy.of(refused)).isEqualTo(Inbox.FailurePolicy.PUT_AWAY);
        assertThat(Inbox.FailurePolicy.of(away)).isEqualTo(Inbox.FailurePolicy.AWAY);
    }

    @ParameterizedTest
    @CsvSource({
        "'ha\u0000lo', halo",
        "'KTP\u200b hilang', KTP hilang",
        "'biaya\u202e SIM\u202c', biaya SIM",
        "'soft\u00adhyphen\ufeff', softhyphen",
        "'SIM\udb40\udc69\udb40\udc67', SIM",
        "'baris satu\nbaris dua', 'baris satu\nbaris dua'",
        "'\ud83d\udc68\u200d\ud83d\udc67 keluarga', '\ud83d\udc68\u200d\ud83d\udc67 keluarga'"
    })
    void keepsOfATextWhatPeopleSee(String typed, String kept) {
        Address citizen = new Address("test", "+6281200001234");

        assertThat(InboundMessage.text("test", "m", Instant.EPOCH, "test", citizen, typed)
                        .text())
                .isEqualTo(kept);
    }
}
