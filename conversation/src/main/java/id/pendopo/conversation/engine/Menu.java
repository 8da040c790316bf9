package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The main menu, as choices. */
final class Menu {

    private Menu() {}

    /** The same for a caller, who can change the language by key. */
    static Part.Offer spoken(boolean draft, Locale language, Languages languages) {
        List<Part.Option> options = new ArrayList<>(offer(draft).options());
        languages.calls().stream()
                .filter(other -> !other.equals(languages.frame(language)))
                .forEach(other -> options.add(Part.option(ChoiceIds.LANGUAGE + other, "language." + other)));
        return new Part.Offer(options, false);
    }

    static Part.Offer offer(boolean draft) {
        List<Part.Option> options = new ArrayList<>();
        if (draft) {
            options.add(Part.option(ChoiceIds.RESUME, "option.resume"));
        }
        options.add(Part.option(ChoiceIds.ASK, "option.ask"));
        options.add(Part.option(ChoiceIds.REPORT, "option.report"));
        options.add(Part.option(ChoiceIds.STATUS, "option.status"));
        options.add(Part.option(ChoiceIds.PERSON, "option.person"));
        return new Part.Offer(options, false);
    }
}
