package id.pendopo.channels.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/**
 * One of the library's methods, checked and written by the library, whose answer is read our way: the library's own classes
 * refuse an answer in which a field is missing, although the message was sent.
 */
final class TelegramMethod extends BotApiMethod<TelegramAnswer> {

    private final BotApiMethod<?> method;

    TelegramMethod(BotApiMethod<?> method) {
        this.method = method;
    }

    @JsonValue
    BotApiMethod<?> method() {
        return method;
    }

    @Override
    public String getMethod() {
        return method.getMethod();
    }

    @Override
    public TelegramAnswer deserializeResponse(String answer) {
        return new TelegramAnswer(answer);
    }

    @Override
    public void validate() throws TelegramApiValidationException {
        method.validate();
    }
}
