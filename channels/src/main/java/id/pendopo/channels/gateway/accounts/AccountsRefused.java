package id.pendopo.channels.gateway.accounts;

/** The configured accounts cannot be understood; the desk does not start until somebody mends them. */
final class AccountsRefused extends RuntimeException {

    private final String remedy;

    AccountsRefused(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
