package id.pendopo.channels.meta;

import id.pendopo.channels.texting.MessengerWords;
import java.util.List;
import java.util.Set;

/**
 * What the apps of the Messenger Platform do not have in common.
 *
 * @param name as people call it, in a sentence
 * @param met tells the help centre where its article was met, as {@link MessengerWords#met}
 * @param objects what webhooks about its accounts say they are about
 * @param documents whether its messages carry other files than pictures
 * @param pieces parts a text as the app's messages may be long
 */
public record MessagingApp(String name, String met, Set<String> objects, boolean documents, Parting pieces) {

    public MessagingApp {
        objects = Set.copyOf(objects);
    }

    /** Parts a text into messages; at least one. */
    @FunctionalInterface
    public interface Parting {

        List<String> of(String text);
    }
}
