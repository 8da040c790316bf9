package id.pendopo.conversation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The four doors of the hall, as choices. */
final class Menu {

    private Menu() {}

    /** The same for a caller, who can change the language by key. */
    static Part.Offer spoken(boolean draft, Locale language) {
        List<Part.Option> options = new ArrayList<>(offer(draft).options());
        String other = language.getLanguage().equals("en") ? "id" : "en";
        options.add(Part.option(Picks.LANGUAGE + other, "language." + other));
        return new Part.Offer(options, false);
    }

    static Part.Offer offer(boolean draft) {
        List<Part.Option> options = new ArrayList<>();
        if (draft) {
            options.add(Part.option(Picks.RESUME, "option.resume"));
        }
        options.add(Part.option(Picks.ASK, "option.ask"));
        options.add(Part.option(Picks.REPORT, "option.report"));
        options.add(Part.option(Picks.STATUS, "option.status"));
        options.add(Part.option(Picks.PERSON, "option.person"));
        return new Part.Offer(options, false);
    }
}
