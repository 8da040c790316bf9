package id.pendopo.config.backup;

/** Why a backup or a restore is not done, in one sentence that says what to do. Nothing was changed. */
final class BackupRefused extends RuntimeException {

    BackupRefused(String sentence) {
        super(sentence);
    }

    BackupRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
