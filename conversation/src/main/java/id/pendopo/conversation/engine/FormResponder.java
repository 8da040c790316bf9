package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.forms.Entry;
import id.pendopo.conversation.forms.Field;
import id.pendopo.conversation.forms.Form;
import id.pendopo.conversation.forms.Validator.PersonName;
import id.pendopo.conversation.forms.Validator.YesNo;
import id.pendopo.conversation.forms.Verdict;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Places;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in the form for reports: same questions on every line, any answer can be changed, nothing is sent unread. */
final class FormResponder implements Responder {

    private static final Pattern LEAD = Pattern.compile(
            "(?iu)^\\W*(?:(?:halo|hai|min|kak|pak|bu|permisi|selamat (?:pagi|siang|sore|malam)|saya|sy|aku|mau|ingin|pengen|"
                    + "i|want|to|would|like)[\\s,.!]+)*+"
                    + "(?:lapor(?:kan|in|an)?|melapor(?:kan)?|ngadu|mengadu(?:kan)?|komplain|report|complain(?: about)?)\\b[\\s:,.-]*"
                    + "(?:(?:dong|nih|ya|min|kak|bahwa|kalau|that)\\b[\\s,]*)*+");

    private static final Pattern CHANGE =
            Pattern.compile("^(?:ubah|edit|ganti|koreksi|change|rubah)(?: (?:no |nomor |number )?(\\d))?$");

    private final Form form;
    private final FormSummary summary;

    FormResponder(Form form) {
        this.form = form;
        this.summary = new FormSummary(form);
    }

    /** Drops what lay too long. */
    Conversation forgetting(Conversation conversation, Instant now) {
        boolean old = conversation
                .state()
                .draft()
                .filter(draft -> idle(draft, now).compareTo(form.keep()) > 0 || draft.version() != form.version())
                .isPresent();
        return old ? conversation.with(conversation.state().withoutDraft()) : conversation;
    }

    /** Begins a form with whatever the words already say. */
    Decision start(TurnContext scene, String text) {
        String said = LEAD.matcher(text).replaceFirst("").strip();
        return advance(scene, absorb(scene, Draft.of(form, scene.now()), said));
    }

    /** Says something beside the form and, if one is running, its question again. */
    Decision reminding(TurnContext scene, Ending ending, Part... said) {
        List<Part> parts = new ArrayList<>(List.of(said));
        scene.draft().filter(draft -> !draft.paused()).ifPresent(draft -> parts.addAll(question(scene, draft)));
        return Decision.of(scene, ending, parts);
    }

    @Override
    public Optional<Decision> respond(TurnContext scene) {
        return scene.draft().flatMap(draft -> respond(scene, draft));
    }

    private Optional<Decision> respond(TurnContext scene, Draft draft) {
        MessageText heard = scene.heard();
        boolean resuming = scene.expects(What.RESUME);
        if (draft.paused()) {
            Optional<Boolean> answer = resuming ? YesNo.read(heard.text()) : Optional.empty();
            boolean goOn = heard.picked(ChoiceIds.RESUME)
                    || heard.is("lanjut", "lanjutkan", "continue")
                    || answer.equals(Optional.of(true));
            if (goOn) {
                return Optional.of(repeat(scene, draft.spent(scene.now())));
            }
            return answer.isPresent() ? Optional.of(dropped(scene)) : Optional.empty();
        }
        if (idle(draft, scene.now()).compareTo(form.pause()) > 0) {
            return Optional.of(later(scene, draft));
        }
        return Optional.of(running(scene, draft));
    }

    private static Duration idle(Draft draft, Instant now) {
        return Duration.between(draft.touched(), now);
    }

    private Decision dropped(TurnContext scene) {
        return Decision.of(scene, Ending.CANCELLED, Part.say("cancelled"))
                .state(state -> state.withoutDraft().expectingNothing());
    }

    private Decision later(TurnContext scene, Draft draft) {
        Arg what = draft.value("description")
                .<Arg>map(description -> new Arg.Excerpt(description, 40))
                .orElseGet(() -> new Arg.Term("form.unnamed"));
        boolean yesterday = idle(draft, scene.now()).compareTo(Duration.ofHours(36)) < 0;
        return Decision.of(
                        scene,
                        Ending.FORM_LATER,
                        Part.say(yesterday ? "form.resume" : "form.resume.older", what),
                        Part.named(
                                Part.option(ChoiceIds.RESUME, "option.resume"),
                                Part.option(ChoiceIds.CANCEL, "option.cancel")))
                .state(state -> state.drafting(draft.laidAside()).expecting(What.RESUME, ""));
    }

    private Decision running(TurnContext scene, Draft before) {
        MessageText heard = scene.heard();
        Draft draft = before.spent(scene.now());
        Optional<Integer> line = heard.pickedAfter(ChoiceIds.EDIT_LINE)
                .or(() -> changed(scene, draft))
                .map(Integer::valueOf);
        if (line.isPresent()) {
            return line.flatMap(number -> form.numbered(draft, number))
                    .map(field -> ask(scene, draft, field))
                    .orElseGet(() -> which(scene, draft));
        }
        if (heard.picked(ChoiceIds.EDIT) || CHANGE.matcher(heard.plain()).matches()) {
            return which(scene, draft);
        }
        if (heard.is("kembali", "back", "sebelumnya", "balik")) {
            return form.before(draft).map(field -> ask(scene, draft, field)).orElseGet(() -> repeat(scene, draft));
        }
        if (heard.picked(ChoiceIds.ANONYMOUS) || heard.is("anonim", "anonymous", "anonymously") && confirming(draft)) {
            return sent(scene, draft.with("name", PersonName.ANONYMOUS));
        }
        if (confirming(draft) && another(heard)) {
            return start(scene, heard.text());
        }
        if (digresses(scene, draft)) {
            return digressed(scene, draft);
        }
        return confirming(draft) ? confirmed(scene, draft) : filled(scene, draft);
    }

    /** The number after "ubah"; on the summary of a short message a bare number too. */
    private static Optional<String> changed(TurnContext scene, Draft draft) {
        Matcher change = CHANGE.matcher(scene.heard().plain());
        if (change.matches()) {
            return Optional.ofNullable(change.group(1));
        }
        boolean bare = confirming(draft)
                && scene.heard().pick().isEmpty()
                && scene.heard().plain().matches("\\d");
        return bare ? Optional.of(scene.heard().plain()) : Optional.empty();
    }

    /** Instead of an answer to the summary, another report from its first word on. */
    private static boolean another(MessageText heard) {
        Matcher lead = LEAD.matcher(heard.text());
        return lead.find()
                && MessageText.plain(heard.text().substring(lead.end())).contains(" ");
    }

    private static boolean confirming(Draft draft) {
        return draft.asking().equals(Draft.CONFIRM);
    }

    /** A question in the middle is answered, and the form asked again. On the summary anything an article knows is one. */
    private static boolean digresses(TurnContext scene, Draft draft) {
        boolean known = !scene.facts().found().isEmpty() && scene.heard().pick().isEmpty();
        boolean other = confirming(draft) && !alike(scene, draft);
        return known && !draft.asking().equals("description") && (scene.heard().asks() || other);
    }

    /** Whether the words are likely about the draft's own category, or about none. */
    private static boolean alike(TurnContext scene, Draft draft) {
        return scene.facts()
                .likely(Confidence.SUGGESTED)
                .map(category ->
                        draft.value("category").filter(category.key()::equals).isPresent())
                .orElse(true);
    }

    private Decision digressed(TurnContext scene, Draft draft) {
        List<Part> parts = new ArrayList<>(KnowledgeResponder.parts(scene));
        parts.addAll(question(scene, draft));
        return Decision.of(scene, Ending.ANSWERED, parts).state(state -> state.drafting(draft));
    }

    private Decision confirmed(TurnContext scene, Draft draft) {
        MessageText heard = scene.heard();
        Optional<Boolean> answer = YesNo.read(heard.text());
        if (heard.picked(ChoiceIds.SEND) || answer.equals(Optional.of(true))) {
            return sent(scene, draft);
        }
        if (answer.isPresent()) {
            return which(scene, draft);
        }
        if (heard.pick().isEmpty() && heard.words() >= 3 && !heard.asks() && alike(scene, draft)) {
            String more = draft.value("description").orElse("") + "\n" + heard.text();
            return advance(scene, draft.with("description", more));
        }
        return repeat(scene, draft);
    }

    private Decision filled(TurnContext scene, Draft draft) {
        Optional<Field> asked = form.field(draft, draft.asking());
        if (asked.isEmpty()) {
            return advance(scene, draft);
        }
        if (!scene.message().attachments().isEmpty() && scene.heard().text().isBlank()) {
            List<Part> parts = new ArrayList<>(List.of(Part.say("file.form")));
            parts.addAll(question(scene, draft));
            return Decision.of(scene, Ending.FORM_ASKED, parts).state(state -> state.drafting(draft));
        }
        String text = scene.heard().pickedAfter(ChoiceIds.VALUE).orElseGet(() -> typed(scene));
        return switch (asked.get().validator().check(entry(scene, text))) {
            case Verdict.Accepted(String value) -> advance(scene, accepted(scene, draft, asked.get(), value));
            case Verdict.Refused(String key, int number) -> refused(scene, draft.refused(), key, number);
        };
    }

    private static String typed(TurnContext scene) {
        return scene.message()
                .location()
                .map(place -> place.lat() + ", " + place.lon())
                .orElse(scene.heard().text());
    }

    private Draft accepted(TurnContext scene, Draft draft, Field field, String value) {
        boolean again = draft.value(field.name()).isPresent();
        Draft filled = draft.with(field.name(), value);
        return field.name().equals("description") && !again ? absorb(scene, filled, value) : filled;
    }

    private Decision refused(TurnContext scene, Draft draft, String key, int number) {
        List<Part> parts = new ArrayList<>(List.of(Part.say(key, new Arg.Count(number))));
        if (draft.refusals() > 1) {
            parts.add(Part.say("form.refused.often"));
        }
        return Decision.of(scene, Ending.FORM_REFUSED, parts).state(state -> state.drafting(draft));
    }

    private static Entry entry(TurnContext scene, String text) {
        return new Entry(text, scene.facts().categories(), scene.facts().likely(Confidence.SUGGESTED));
    }

    /** Takes description, place and category out of one message. */
    private Draft absorb(TurnContext scene, Draft draft, String text) {
        Draft filled = draft;
        Optional<String> pin = scene.message().location().map(place -> place.lat() + ", " + place.lon());
        Optional<String> place = pin.or(() -> Places.in(text));
        if (filled.value("place").isEmpty() && place.isPresent()) {
            filled = filled.with("place", place.get());
        }
        boolean told = text.strip().contains(" ");
        Optional<Field> description = form.field(filled, "description");
        if (told
                && description.isPresent()
                && description.get().validator().check(entry(scene, text)) instanceof Verdict.Accepted(String value)) {
            filled = filled.with("description", value);
        }
        Optional<String> likely = scene.facts().likely(Confidence.SUGGESTED).map(category -> category.key());
        return told && likely.isPresent() && filled.value("category").isEmpty()
                ? filled.suggesting(likely.get())
                : filled;
    }

    private Decision advance(TurnContext scene, Draft draft) {
        return form.next(draft)
                .map(field -> ask(scene, draft, field))
                .orElseGet(() -> repeat(scene, draft.asking(Draft.CONFIRM)));
    }

    private Decision ask(TurnContext scene, Draft draft, Field field) {
        return repeat(scene, draft.asking(field.name()));
    }

    private Decision repeat(TurnContext scene, Draft draft) {
        Ending ending = confirming(draft) ? Ending.FORM_CONFIRM : Ending.FORM_ASKED;
        return Decision.of(scene, ending, question(scene, draft))
                .state(state -> state.drafting(draft.asking(draft.asking())));
    }

    private List<Part> question(TurnContext scene, Draft draft) {
        return confirming(draft) ? summary.confirm(scene, draft) : summary.ask(scene, draft);
    }

    private Decision which(TurnContext scene, Draft draft) {
        return Decision.of(scene, Ending.FORM_EDITED, summary.lines(scene, draft))
                .state(state -> state.drafting(draft.asking(Draft.CONFIRM)));
    }

    private Decision sent(TurnContext scene, Draft draft) {
        Optional<Field> missing = form.fields(draft).stream()
                .filter(Field::required)
                .filter(field -> draft.value(field.name()).isEmpty())
                .findFirst();
        return missing.map(field -> ask(scene, draft, field)).orElseGet(() -> summary.sent(scene, draft));
    }
}
