package id.pendopo.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.http.Response;
import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.adapter.Reconcilable.Trial;
import id.pendopo.channels.adapter.Recoverable.Missed;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Twilio's list of messages, where those are found that it could not deliver to us. */
class TwilioSmsListTests extends TwilioSmsTest {

    @Test
    void findsWhatTwilioCouldNotDeliver() throws Exception {
        try (FakeTwilio twilio = new FakeTwilio()) {
            twilio.holds("SM1", "+6281234500011", "+622150001234", " Lampu mati ", 0);
            twilio.holds("SM2", "+6281234500012", "+622150001234", "", 1);
            twilio.sent("SM3");
            twilio.holds("SM4", "+6281234500013", "+622150001234", "STOP", 0);
            twilio.holds("SM5", "+6281234500011", "+622150001234", "Halo?", 0);

            Missed found =
                    real().missed(at(twilio.address(), "+622150001234"), NOW.minusSeconds(600), Optional.empty());

            List<InboundEvent> missed = found.events();
            assertThat(found.complete()).isTrue();
            assertThat(missed)
                    .extracting(InboundEvent::externalId)
                    .containsExactly("SM1", "SM2", "SM4/OPTED_OUT", "SM5");
            assertThat(missed.getFirst())
                    .isEqualTo(InboundMessage.text(
                            "smsmain",
                            "SM1",
                            NOW.plusSeconds(1),
                            "twilio-sms",
                            new Address("smsmain", "+6281234500011"),
                            "Lampu mati"));
            assertThat(missed.get(2))
                    .isEqualTo(new AddressEvent(
                            "smsmain",
                            "SM4/OPTED_OUT",
                            NOW.plusSeconds(1),
                            new Address("smsmain", "+6281234500013"),
                            AddressEvent.What.OPTED_OUT));
            assertThat(((InboundMessage) missed.get(1)).attachments())
                    .containsExactly(new Attachment(
                            "image/jpeg", twilio.address() + "/2010-04-01/Accounts/AC1/Messages/SM2/Media/ME1"));
            assertThat(URLDecoder.decode(twilio.asked().getFirst().path(), StandardCharsets.UTF_8))
                    .contains("To=+622150001234", "DateSent>=2026-11-24T02:50:00");
        }
    }

    @Test
    void takesOnlyWhatWasSentToANumberOfItsService() throws Exception {
        try (FakeTwilio twilio = new FakeTwilio()) {
            twilio.serves("MG1", "+622150001234");
            twilio.serves("MG1", "+622150001235");
            twilio.holds("SM1", "+6281234500011", "+622150001234", "Lampu mati", 0);
            twilio.holds("SM2", "+6281234500012", "+622150009999", "Untuk dinas lain", 0);
            twilio.holds("SM3", "whatsapp:+6281234500013", "whatsapp:+622150001234", "Lewat WhatsApp", 0);
            twilio.holds("SM4", "+6281234500011", "+622150001235", "Halo?", 0);

            Missed found = real().missed(at(twilio.address(), "MG1"), NOW.minusSeconds(600), Optional.empty());

            assertThat(found.events()).extracting(InboundEvent::externalId).containsExactly("SM1", "SM4");
            assertThat(twilio.asked()).anyMatch(request -> request.path().startsWith("/v1/Services/MG1/PhoneNumbers"));
        }
    }

    @Test
    void saysWhenTheListHasMoreThanItReads() throws Exception {
        try (FakeTwilio twilio = new FakeTwilio()) {
            twilio.holds("SM1", "+6281234500011", "+622150001234", "Lampu mati", 0);
            twilio.neverEnds();

            Missed found =
                    real().missed(at(twilio.address(), "+622150001234"), NOW.minusSeconds(600), Optional.empty());

            assertThat(found.events()).isNotEmpty();
            assertThat(found.complete()).isFalse();
        }
    }

    @Test
    void doesNotTakeAListWithoutAnyReplyForANo() throws Exception {
        try (FakeTwilio twilio = new FakeTwilio()) {
            ChannelAccount line = at(twilio.address(), "+622150001234");
            Trial inResponse =
                    new Trial(reply("Lampu sudah menyala."), NOW.minusSeconds(60), true, true, Optional.empty());
            Trial byRequest =
                    new Trial(reply("Lampu sudah menyala."), NOW.minusSeconds(60), true, false, Optional.empty());
            twilio.sent("SM3");

            assertThat(real().trace(line, List.of(inResponse))).isEmpty();
            assertThat(real().trace(line, List.of(byRequest))).contains(Map.of());

            twilio.replied("SM4", "Lain");
            assertThat(real().trace(line, List.of(inResponse))).contains(Map.of());
            twilio.replied("SM5", "Lampu sudah menyala.");
            assertThat(real().trace(line, List.of(inResponse)))
                    .contains(Map.of(inResponse.message().id(), "SM5"));
        }
    }

    @Test
    void findsWhatWentOutPagesAgo() throws Exception {
        try (FakeTwilio twilio = new FakeTwilio()) {
            ChannelAccount line = at(twilio.address(), "+622150001234");
            Trial wanted = new Trial(reply("Lampu sudah menyala."), NOW.minusSeconds(60), true, true, Optional.empty());
            twilio.replied("SM1", "Lampu sudah menyala.");
            for (int i = 2; i < 400; i++) {
                twilio.replied("SM" + i, "Lain " + i);
            }

            assertThat(real().trace(line, List.of(wanted)))
                    .contains(Map.of(wanted.message().id(), "SM1"));
        }
    }

    @Test
    void doesNotTakeAListThatIsTooLongForANo() throws Exception {
        try (FakeTwilio twilio = new FakeTwilio()) {
            ChannelAccount line = at(twilio.address(), "+622150001234");
            Trial wanted = new Trial(reply("Lampu sudah menyala."), NOW.minusSeconds(60), true, true, Optional.empty());
            twilio.replied("SM1", "Lain");
            twilio.neverEnds();

            assertThatThrownBy(() -> real().trace(line, List.of(wanted)))
                    .asInstanceOf(InstanceOfAssertFactories.type(SendFailed.class))
                    .returns(Outcome.UNKNOWN, SendFailed::outcome);
            assertThat(real().trace(
                                    line,
                                    List.of(new Trial(
                                            reply("Lampu sudah menyala."),
                                            NOW.plusSeconds(600),
                                            true,
                                            true,
                                            Optional.empty()))))
                    .contains(Map.of());
        }
    }

    @Test
    void saysWhenTheListCannotBeRead() {
        answers(new Response("{\"code\": 20003, \"status\": 401}", 401));

        assertThatThrownBy(() -> adapter.missed(account("AC1"), NOW, Optional.empty()))
                .asInstanceOf(InstanceOfAssertFactories.type(SendFailed.class))
                .returns(Outcome.RETRY, SendFailed::outcome);
    }
}
