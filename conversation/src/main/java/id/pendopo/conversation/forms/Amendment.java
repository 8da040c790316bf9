package id.pendopo.conversation.forms;

import id.pendopo.conversation.forms.Validator.YesNo;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Places;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.ticketing.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A correction of a draft (slot correction): the better values that one message has for its fields.
 *
 * @param fields whose values are others now, by name
 */
public record Amendment(Draft draft, List<String> fields) {

    public Amendment {
        fields = List.copyOf(fields);
    }

    /** The values that the words expressly give, whatever they are about: one's own name, and whether one may be called. */
    public static Amendment stated(Draft draft, MessageText said) {
        Amendment amended = new Amendment(draft, List.of());
        Amendment placed = amended.replaced(said);
        return (placed.nothing() && said.says(Said.FORM_FIELD + "place") ? placed.elsewhere(said) : placed)
                .named(said)
                .reachable(said);
    }

    /** @param said whose likely category is another one only if that is sure enough */
    public static Amendment of(Draft draft, Entry said) {
        Amendment placed = new Amendment(draft, List.of()).replaced(said.said());
        return (placed.nothing() ? placed.ofAnotherKind(said).retold(said).elsewhere(said.said()) : placed)
                .named(said.said())
                .reachable(said.said());
    }

    /** Whether the message has no better value at all. */
    public boolean nothing() {
        return fields.isEmpty();
    }

    private Amendment with(String field, String value) {
        return changed(draft.with(field, value), field);
    }

    private Amendment changed(Draft better, String field) {
        List<String> more = new ArrayList<>(fields);
        more.add(field);
        return new Amendment(better, more);
    }

    /**
     * What was told of the old matter is not told of the new one: its description is what is meant, or is asked for. Who
     * speaks of the kind alone means the same matter.
     */
    private Amendment ofAnotherKind(Entry said) {
        boolean kindAlone = said.said().says(Said.FORM_FIELD + "category");
        if (!kindAlone && placeAlone(said.said())) {
            return this;
        }
        Optional<Category> other = (kindAlone ? said.named().or(said::likely) : said.likely())
                .filter(category ->
                        draft.value("category").filter(category.key()::equals).isEmpty());
        return other.map(category -> with("category", category.key()))
                .map(amended -> kindAlone ? amended : amended.redescribed(said.said()))
                .orElse(this);
    }

    /** The words of the place that are taken back make room for what is meant. */
    private Amendment replaced(MessageText said) {
        return draft.value("place")
                .flatMap(place -> said.phrasebook().alignment().replaced(place, said.text()))
                .map(place -> with("place", place))
                .orElse(this);
    }

    /** What is taken back is in the description: what is meant takes its place, or is added where its kind is not sure. */
    private Amendment retold(Entry said) {
        if (!nothing() || !takesBack(said.said())) {
            return this;
        }
        if (said.likely().isEmpty()) {
            return changed(draft.adding(said.text()), "description");
        }
        boolean sameKind = said.likely().map(Category::key).equals(draft.value("category"));
        return sameKind ? redescribed(said.said()) : this;
    }

    private boolean takesBack(MessageText said) {
        String told = draft.value("description").orElse("");
        return said.phrasebook().alignment().touches(told, said.text());
    }

    /** Whether the words are about the place: it is named, or another one is and nothing of the matter is taken back. */
    private boolean placeAlone(MessageText said) {
        boolean told = said.says(Said.CORRECTION_MEANT) || takesBack(said);
        return said.says(Said.FORM_FIELD + "place") || said.somewhere() && !told;
    }

    private Amendment redescribed(MessageText said) {
        Optional<String> meant = said.phrasebook().corrections().meant(said.text());
        return meant.map(better -> with("description", better)).orElseGet(this::undescribed);
    }

    private Amendment undescribed() {
        return draft.value("description").isEmpty() ? this : changed(draft.without("description"), "description");
    }

    /** The first place in the words that is not the one that is to be corrected. */
    private Amendment elsewhere(MessageText said) {
        Places places = said.phrasebook().places();
        String before = MessageText.plain(draft.value("place").orElse(""));
        Optional<String> place = places.in(said.text());
        return place.filter(found -> before.contains(MessageText.plain(found)))
                .map(old -> said.text().substring(Math.max(0, said.text().indexOf(old)) + old.length()))
                .map(places::in)
                .orElse(place)
                .or(() -> said.says(Said.FORM_FIELD + "place")
                        ? said.phrasebook().corrections().meant(said.text())
                        : Optional.empty())
                .map(found -> with("place", found))
                .orElse(this);
    }

    private Amendment named(MessageText said) {
        return OwnName.in(said).map(name -> with("name", name)).orElse(this);
    }

    private Amendment reachable(MessageText said) {
        String wish = said.says(Said.CONTACT_NO) ? YesNo.NO : said.says(Said.CONTACT_YES) ? YesNo.YES : "";
        String before = draft.value("contact").orElse(YesNo.YES);
        return wish.isEmpty() || wish.equals(before) ? this : with("contact", wish);
    }

    @Override
    public String toString() {
        return "Amendment" + fields;
    }
}
