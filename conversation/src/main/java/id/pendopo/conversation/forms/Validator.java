package id.pendopo.conversation.forms;

import id.pendopo.conversation.understanding.Said;
import id.pendopo.ticketing.Category;
import java.util.Locale;
import java.util.Optional;

/** Checks what was put into a field and says how to mend it; a closed set. */
public sealed interface Validator {

    Verdict check(Entry entry);

    /** One of the desk's categories: by key, by name, or described in words. */
    record OneCategory() implements Validator {

        @Override
        public Verdict check(Entry entry) {
            String wanted = entry.text().strip().toLowerCase(Locale.ROOT);
            Optional<Category> named = entry.categories().stream()
                    .filter(category -> category.key().equals(wanted)
                            || category.names().texts().values().stream()
                                    .anyMatch(name ->
                                            name.toLowerCase(Locale.ROOT).equals(wanted)))
                    .findFirst();
            return named.or(entry::likely)
                    .<Verdict>map(category -> new Verdict.Accepted(category.key()))
                    .orElseGet(() -> new Verdict.Refused("form.refused.category", 0));
        }
    }

    /** Free words, from {@code min} to {@code max} characters; longer ones are cut, never refused. */
    record Words(int min, int max) implements Validator {

        @Override
        public Verdict check(Entry entry) {
            String text = entry.text().strip();
            if (text.length() < min || text.codePoints().noneMatch(Character::isLetter)) {
                return new Verdict.Refused("form.refused.short", min);
            }
            return new Verdict.Accepted(text.substring(0, Math.min(max, text.length())));
        }
    }

    /** A place in words or as "lat, lon". */
    record Place(int min, int max) implements Validator {

        @Override
        public Verdict check(Entry entry) {
            String text = entry.said().said().behind(Said.PLACE_SAID).strip();
            boolean said = text.codePoints().anyMatch(Character::isLetterOrDigit);
            if (text.length() < min || !said || entry.said().yes().isPresent()) {
                return new Verdict.Refused("form.refused.place", min);
            }
            String place = entry.said().said().leads(Said.REPORT_LEAD) > 0
                    ? entry.said().phrasebook().places().in(text).orElse(text)
                    : text;
            return new Verdict.Accepted(place.substring(0, Math.min(max, place.length())));
        }
    }

    /** What the citizen wants to be called, or that the name stays hidden or unknown. */
    record PersonName(int max) implements Validator {

        /** The desk does not show it. */
        public static final String HIDDEN = "=hidden";

        /** Nobody learns it. */
        public static final String ANONYMOUS = "=anonymous";

        @Override
        public Verdict check(Entry entry) {
            String text = entry.text().strip();
            if (entry.said().is(Said.NAMELESS)) {
                return new Verdict.Accepted(ANONYMOUS);
            }
            if (text.equals("-")
                    || entry.said().is(Said.NAME_HIDDEN)
                    || entry.said().yes().isPresent()) {
                return new Verdict.Accepted(HIDDEN);
            }
            String named = entry.said().said().behind(Said.NAME_LEAD).strip();
            String name = named.isEmpty() ? text : named;
            boolean letters = name.codePoints().filter(Character::isLetter).count() >= 2;
            return letters && name.length() <= max
                    ? new Verdict.Accepted(name)
                    : new Verdict.Refused("form.refused.name", max);
        }
    }

    /** Yes or no, as people write it. */
    record YesNo() implements Validator {

        public static final String YES = "yes";
        public static final String NO = "no";

        @Override
        public Verdict check(Entry entry) {
            return entry.said()
                    .yes()
                    .<Verdict>map(yes -> new Verdict.Accepted(yes ? YES : NO))
                    .orElseGet(() -> new Verdict.Refused("form.refused.yesno", 0));
        }
    }
}
