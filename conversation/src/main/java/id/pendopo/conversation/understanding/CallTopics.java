package id.pendopo.conversation.understanding;

import id.pendopo.ui.CountryPack;
import java.util.List;
import java.util.Optional;

/**
 * The topics that a caller chooses by key, in order, each with the articles that are asked for most, as the country pack
 * has them; none where it has none.
 */
public record CallTopics(List<Topic> all) {

    /** Topics, and articles of one: with the keys that every list has, they are what somebody can listen to. */
    private static final int MOST = 7;

    public CallTopics {
        all = List.copyOf(all);
        if (all.size() > MOST || all.stream().anyMatch(topic -> topic.articles().size() > MOST)) {
            throw new IllegalArgumentException("seven topics, and seven articles of each, at most");
        }
    }

    /** @param articles slugs */
    public record Topic(String name, List<String> articles) {

        /** The key of its name in the bundle. */
        public String key() {
            return "call.topic." + name;
        }
    }

    public static CallTopics of(CountryPack pack) {
        return pack.setting("call.topics", CountryPack::parts)
                .map(names -> new CallTopics(names.stream()
                        .map(name -> new Topic(name, CountryPack.parts(pack.required("call.topic." + name))))
                        .toList()))
                .orElse(new CallTopics(List.of()));
    }

    public Optional<Topic> named(String name) {
        return all.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }
}
