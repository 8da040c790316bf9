package id.pendopo.ui;

import org.jspecify.annotations.Nullable;

/** A desk does not start with this country pack; the message is one sentence for its operator. */
public final class CountryPackRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    private CountryPackRefused(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    static CountryPackRefused unknown(String asked) {
        return new CountryPackRefused(
                "There is no country pack \"" + asked
                        + "\": neither on the class path nor a folder with a pack.properties.",
                "Set PENDOPO_PACK to \"" + CountryPack.SHIPPED
                        + "\" or to the path of a pack's folder, with a slash in it;"
                        + " docs/packs.md says what is in one.",
                null);
    }

    static CountryPackRefused incomplete(String pack, String key) {
        return new CountryPackRefused(
                "The country pack \"" + pack + "\" has no \"" + key + "\" in its pack.properties.",
                "Add the line; docs/packs.md says what it means.",
                null);
    }

    static CountryPackRefused broken(String pack, String file, Exception cause) {
        return new CountryPackRefused(
                "The country pack \"" + pack + "\" cannot be read: " + file + " is missing or not well-formed ("
                        + firstLine(cause) + ").",
                "Mend the file; docs/packs.md says what is in it.",
                cause);
    }

    private static String firstLine(Exception cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /** What an operator can do. */
    public String remedy() {
        return remedy;
    }
}
