package id.pendopo.channels.voice;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.Call;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.Choice;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.adapter.WebhookForm;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.twilio.TwilioWebhook;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what a webhook of a call says. What it is about shows in its fields; the address tells which step of the call it
 * answers.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml#request-parameters">Twilio's request</a>
 */
final class VoiceEvents {

    /** https://www.twilio.com/docs/voice/api/call-resource#call-status-values */
    private static final Set<String> OVER = Set.of("completed", "busy", "failed", "no-answer", "canceled");

    /** https://www.twilio.com/docs/voice/twiml/dial#dialcallstatus */
    private static final Set<String> SPOKEN = Set.of("completed", "answered");

    private static final Pattern RECORDING = Pattern.compile("/Recordings/(RE[0-9a-fA-F]+)");
    private static final Pattern NAME = Pattern.compile("RE[0-9a-fA-F]+");

    private final ChannelAccount account;
    private final TwilioVoiceProperties settings;
    private final Step step;
    private final Instant now;

    VoiceEvents(ChannelAccount account, TwilioVoiceProperties settings, Step step, Instant now) {
        this.account = account;
        this.settings = settings;
        this.step = step;
        this.now = now;
    }

    /** @param path what follows the account's address */
    List<InboundEvent> read(String path, WebhookForm form) throws WebhookRejected {
        String call = form.required("CallSid");
        Optional<Confirmation> confirmed = Confirmation.read(path);
        if (confirmed.isPresent()) {
            return List.of(happened(call, "confirm", form, confirmed.get().choice()));
        }
        return path.equals(Confirmation.REPORTS) ? called(call, form) : heard(call, form);
    }

    private List<InboundEvent> heard(String call, WebhookForm form) throws WebhookRejected {
        if (form.value("TranscriptionStatus").isPresent()) {
            return transcribed(call, form);
        }
        if (form.value("RecordingStatus").isPresent()) {
            return List.of();
        }
        if (form.value("DialCallStatus").isPresent()) {
            String became =
                    form.value("DialCallStatus").filter(SPOKEN::contains).isPresent() ? Call.SPOKEN : Call.UNANSWERED;
            return List.of(happened(call, step.name().orElse("dialed"), form, became));
        }
        if (form.value("RecordingUrl").isPresent()) {
            return recorded(call, form);
        }
        if (form.value("Digits").isPresent()) {
            return List.of(keyed(call, form, form.required("Digits")));
        }
        if (form.value("SpeechResult").isPresent()) {
            return List.of(
                    said(call, form, form.value("SpeechResult").orElseThrow().strip()));
        }
        return form.value("CallbackSource").isPresent() || over(form) ? ended(call, form) : begun(call, form);
    }

    private static boolean over(WebhookForm form) {
        return form.value("CallStatus").filter(OVER::contains).isPresent();
    }

    private List<InboundEvent> begun(String call, WebhookForm form) throws WebhookRejected {
        return List.of(
                step.name().isPresent()
                        ? happened(call, step.name().get(), form, Call.SILENT + (step.misses() + 1))
                        : happened(call, "0", form, Call.ANSWERED));
    }

    /** What became of a call that the desk made; whoever took it says so by a key. */
    private List<InboundEvent> called(String call, WebhookForm form) throws WebhookRejected {
        String became = form.plain("CallStatus").orElse("");
        if (!over(form)) {
            return List.of();
        }
        boolean answered = SPOKEN.contains(became);
        return List.of(new DeliveryReport(
                account.name(),
                call + "/called/" + became,
                now,
                Optional.of(call),
                Optional.of(citizen(call, form)),
                answered ? DeliveryReport.Status.DELIVERED : DeliveryReport.Status.FAILED,
                answered ? Optional.empty() : Optional.of(became)));
    }

    /** One call ends once, whatever it was for. */
    private List<InboundEvent> ended(String call, WebhookForm form) throws WebhookRejected {
        if (!over(form)) {
            return List.of();
        }
        String number = form.plain("SequenceNumber").orElse("ended");
        Instant at = form.value("Timestamp").flatMap(VoiceEvents::instant).orElse(now);
        return List.of(new AddressEvent(
                account.name(), call + "/status/" + number, at, citizen(call, form), AddressEvent.What.CALL_ENDED));
    }

    /** https://www.twilio.com/docs/voice/twiml/gather#digits: 0 to 9, star and pound. */
    private InboundMessage keyed(String call, WebhookForm form, String digits) throws WebhookRejected {
        if (!digits.matches("[0-9*#]{1,40}")) {
            throw new WebhookRejected(400, "Digits has something that is no key");
        }
        String place = step.name().orElse("keyed");
        String keys = digits.replace("#", "");
        if (keys.contains("*") || keys.isEmpty()) {
            return happened(call, place, form, Choice.MENU);
        }
        return switch (keys) {
            case "0" -> happened(call, place, form, Choice.PERSON);
            case "9" -> happened(call, place, form, Choice.AGAIN);
            default -> message(call, place, form, keys, Optional.empty(), List.of());
        };
    }

    private InboundMessage said(String call, WebhookForm form, String words) throws WebhookRejected {
        String place = step.name().orElse("said");
        return clear(form)
                ? message(call, place, form, SpokenDigits.read(words), Optional.empty(), List.of())
                : message(call, place, form, words, Optional.of(Call.UNHEARD + (step.misses() + 1)), List.of());
    }

    /**
     * Whether the recognition is sure enough. It does not always say how sure it is; then the confidence is missing or
     * exactly zero.
     *
     * @see <a href="https://cloud.google.com/speech-to-text/docs/reference/rest/v1/speech/recognize">0.0 is not set</a>
     */
    private boolean clear(WebhookForm form) {
        try {
            double confidence =
                    form.value("Confidence").map(Double::parseDouble).orElse(0.0);
            return confidence == 0.0 || confidence >= settings.leastConfidence();
        } catch (NumberFormatException unknown) {
            return true;
        }
    }

    /** The recording's own id names the event, since the words that were understood of it come later under that id. */
    private List<InboundEvent> recorded(String call, WebhookForm form) throws WebhookRejected {
        String url = form.required("RecordingUrl");
        Optional<String> id = form.plain("RecordingSid")
                .or(() -> RECORDING.matcher(url).results().findFirst().map(found -> found.group(1)))
                .filter(NAME.asMatchPredicate());
        if (id.isEmpty()) {
            return List.of();
        }
        String address = TwilioWebhook.trusted(url, settings.apiBaseUrl()) ? url : recording(id.get());
        Attachment file = new Attachment("audio/mpeg", address + (address.endsWith(".mp3") ? "" : ".mp3"));
        return List.of(message(call, id.get(), form, "", Optional.of(Call.RECORDED), List.of(file)));
    }

    /**
     * Where every recording of an account is, whatever host Twilio or the account's own store names: the token is shown to
     * nobody else.
     *
     * @see <a href="https://www.twilio.com/docs/voice/api/recording#fetch-a-recording-resource">Fetch a recording</a>
     */
    private String recording(String id) {
        String base = settings.apiBaseUrl().toString().replaceAll("/+$", "");
        return base + "/2010-04-01/Accounts/" + settings.accountSid() + "/Recordings/" + id;
    }

    /** https://www.twilio.com/docs/voice/twiml/record#transcribe */
    private List<InboundEvent> transcribed(String call, WebhookForm form) throws WebhookRejected {
        Optional<String> words = form.value("TranscriptionText").map(String::strip);
        Optional<String> recording = form.plain("RecordingSid");
        boolean done =
                form.value("TranscriptionStatus").filter("completed"::equals).isPresent();
        if (!done || words.isEmpty() || recording.isEmpty()) {
            return List.of();
        }
        return List.of(new MessageChanged(
                account.name(),
                form.required("TranscriptionSid"),
                now,
                citizen(call, form),
                call + "/" + recording.get(),
                words));
    }

    private InboundMessage happened(String call, String place, WebhookForm form, String choice) throws WebhookRejected {
        return message(call, place, form, "", Optional.of(choice), List.of());
    }

    private InboundMessage message(
            String call, String place, WebhookForm form, String text, Optional<String> choice, List<Attachment> files)
            throws WebhookRejected {
        return new InboundMessage(
                account.name(),
                call + "/" + place,
                now,
                account.kind(),
                citizen(call, form),
                text,
                choice,
                Optional.empty(),
                files,
                Optional.empty());
    }

    /** The other end: who called us, or whom we called. */
    private Address citizen(String call, WebhookForm form) throws WebhookRejected {
        boolean ours = form.value("Direction")
                .filter(way -> way.startsWith("outbound"))
                .isPresent();
        return new Address(account.name(), Caller.identity(form.required(ours ? "To" : "From"), call));
    }

    private static Optional<Instant> instant(String rfc2822) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(rfc2822)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
