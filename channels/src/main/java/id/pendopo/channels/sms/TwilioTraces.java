package id.pendopo.channels.sms;

import com.twilio.rest.api.v2010.account.Message;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.Reconcilable.Trial;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reconciliation with the message list of Twilio. Finds our messages in Twilio's list: by their words, since it knows
 * no id of ours. Equal texts are told apart by their order, each standing for one message.
 */
final class TwilioTraces {

    private final Function<Rendered, String> words;

    TwilioTraces(Function<Rendered, String> words) {
        this.words = words;
    }

    /** A message of ours in Twilio's words. */
    private record Wanted(Trial trial, String words) {}

    /** A message of Twilio's list. */
    private record Listed(String sid, Optional<Instant> at, String words) {}

    /** @param list what Twilio has, oldest first */
    Map<Long, String> find(List<Trial> trials, List<Message> list) {
        Set<String> taken = new HashSet<>();
        trials.forEach(trial -> trial.providerId().ifPresent(taken::add));
        List<Listed> listed = list.stream().map(TwilioTraces::listed).toList();
        Map<Long, String> found = new HashMap<>();
        // What nobody doubts stands there and must not be taken for an equal text that may not.
        Stream.concat(
                        trials.stream()
                                .filter(trial ->
                                        !trial.doubted() && trial.providerId().isEmpty()),
                        trials.stream().filter(Trial::doubted))
                .map(trial -> new Wanted(trial, plain(words.apply(trial.message()))))
                .forEach(wanted -> listed.stream()
                        .filter(message -> !taken.contains(message.sid()) && says(message, wanted))
                        .map(Listed::sid)
                        .findFirst()
                        .ifPresent(sid -> {
                            taken.add(sid);
                            found.put(wanted.trial().message().id(), sid);
                        }));
        return found;
    }

    private static Listed listed(Message message) {
        return new Listed(
                message.getSid(),
                Optional.ofNullable(message.getDateCreated()).map(ZonedDateTime::toInstant),
                plain(Optional.ofNullable(message.getBody()).orElse("")));
    }

    /** Twilio tells whole seconds, and puts words of its own before those of a trial account. */
    private static boolean says(Listed message, Wanted wanted) {
        Instant since = wanted.trial().since().truncatedTo(ChronoUnit.SECONDS);
        boolean before = message.at().filter(at -> at.isBefore(since)).isPresent();
        return !before && !wanted.words().isEmpty() && message.words().endsWith(wanted.words());
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
