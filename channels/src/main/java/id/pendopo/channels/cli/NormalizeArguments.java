package id.pendopo.channels.cli;

import id.pendopo.channels.adapter.WebhookRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the command line of {@link Normalize} says.
 *
 * @param headers a file of {@code Name: value} lines; a first line {@code GET /path?query} or {@code POST /path?query}
 *     says what follows the account's address
 * @param account the line's properties as in the configuration, and two of the command's own: {@code name} (the
 *     account's name) and {@code public-url} (the desk's address that the signature was made for)
 */
record NormalizeArguments(String kind, Path file, Optional<Path> headers, Map<String, String> account) {

    static NormalizeArguments parse(String... args) {
        List<String> places = new ArrayList<>();
        Optional<Path> headers = Optional.empty();
        Map<String, String> account = new TreeMap<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--headers" -> headers = Optional.of(Path.of(value(args, ++i)));
                case "--account" -> {
                    do {
                        property(account, value(args, ++i));
                    } while (i + 1 < args.length && args[i + 1].contains("=") && !args[i + 1].startsWith("--"));
                }
                default -> places.add(args[i]);
            }
        }
        if (places.size() != 2) {
            throw new IllegalArgumentException("Say which kind and which file.");
        }
        return new NormalizeArguments(places.getFirst(), Path.of(places.getLast()), headers, account);
    }

    private static String value(String[] args, int index) {
        if (index >= args.length) {
            throw new IllegalArgumentException("Something is missing after " + args[index - 1] + ".");
        }
        return args[index];
    }

    private static void property(Map<String, String> account, String pair) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("--account wants key=value.");
        }
        account.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    static String name(Map<String, String> account) {
        return account.getOrDefault("name", "recorded");
    }

    /** Signatures are checked only when there are headers to check. */
    boolean signed() {
        return headers.isPresent();
    }

    WebhookRequest request() throws IOException {
        List<String> lines = headers.isPresent() ? Files.readAllLines(headers.get()) : List.of();
        String[] start = lines.isEmpty() || !lines.getFirst().matches("(GET|POST)( .*)?")
                ? new String[] {"POST", ""}
                : (lines.getFirst() + " ").split(" ", 3);
        URI target = URI.create(start[1].isEmpty() ? "" : start[1]);
        return new WebhookRequest(
                name(account),
                start[0],
                Normalize.publicUrl(account),
                target.getRawPath() == null ? "" : target.getRawPath(),
                target.getRawQuery() == null ? "" : target.getRawQuery(),
                headers(lines),
                Files.readAllBytes(file));
    }

    private static Map<String, List<String>> headers(List<String> lines) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0 && !line.substring(0, colon).contains(" ")) {
                headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        return headers;
    }
}
