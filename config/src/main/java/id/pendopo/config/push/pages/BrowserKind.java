package id.pendopo.config.push.pages;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What kind of browser a User-Agent names, by the two words that its owner knows it by: {@code Firefox, Android}. */
final class BrowserKind {

    /** A mark with the name that it stands for; Edge and Opera also say Chrome, and Chrome also says Safari. */
    private static final String[][] BROWSERS = {
        {"Edg", "Edge"},
        {"OPR/", "Opera"},
        {"SamsungBrowser/", "Samsung Internet"},
        {"Firefox/", "Firefox"},
        {"Chrome/", "Chrome"},
        {"Safari/", "Safari"}
    };

    /** Android also says Linux, and an iPad also says Mac. */
    private static final String[][] SYSTEMS = {
        {"Android", "Android"},
        {"iPhone", "iPhone"},
        {"iPad", "iPad"},
        {"Windows", "Windows"},
        {"Macintosh", "Mac"},
        {"CrOS", "ChromeOS"},
        {"Linux", "Linux"}
    };

    private BrowserKind() {}

    /** Empty for a browser that names nothing that is known. */
    static String of(String userAgent) {
        return Stream.of(first(BROWSERS, userAgent), first(SYSTEMS, userAgent))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> first(String[][] marks, String userAgent) {
        return Stream.of(marks)
                .filter(mark -> userAgent.contains(mark[0]))
                .map(mark -> mark[1])
                .findFirst();
    }
}
