package id.pendopo.conversation.keypad;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.understanding.CallTopics;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.Languages;
import id.pendopo.ticketing.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The main menu, as choices. */
public final class Menu {

    /** Keys for categories: eight is the others, nine repeats. */
    private static final int KINDS = 7;

    private Menu() {}

    /** The same for who has keys alone, and changes the language by one. */
    public static Part.Offer keyed(boolean draft, Locale language, Languages languages) {
        List<Part.Option> options = new ArrayList<>(offer(draft).options());
        languages.calls().stream()
                .filter(other -> !other.equals(languages.frame(language)))
                .forEach(other -> options.add(Part.option(ChoiceIds.LANGUAGE + other, "language." + other)));
        return new Part.Offer(options, false);
    }

    /** What a caller can ask about by key, and a person. */
    public static Part.Offer topics(CallTopics topics) {
        Stream<Part.Option> keys =
                topics.all().stream().map(topic -> Part.option(ChoiceIds.TOPIC + topic.name(), topic.key()));
        return new Part.Offer(
                Stream.concat(keys, Stream.of(Part.option(ChoiceIds.PERSON, "option.person")))
                        .toList(),
                false);
    }

    /** Categories from a number on, as many as there are keys, and one key for the others. */
    public static Part.Offer kinds(List<Category> categories, int from) {
        Stream<Part.Option> keys = categories.stream()
                .skip(from)
                .limit(KINDS)
                .map(category -> new Part.Option(ChoiceIds.KIND + category.key(), new Arg.Kind(category)));
        int next = from + KINDS < categories.size() ? from + KINDS : 0;
        return new Part.Offer(
                Stream.concat(keys, Stream.of(Part.option(ChoiceIds.KINDS + next, "call.kinds.other")))
                        .toList(),
                false);
    }

    public static Part.Offer offer(boolean draft) {
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
