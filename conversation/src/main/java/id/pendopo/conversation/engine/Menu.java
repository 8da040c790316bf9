package id.pendopo.conversation.engine;

import java.util.ArrayList;
import java.util.List;

/** The four doors of the hall, as choices. */
final class Menu {

    private Menu() {}

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
