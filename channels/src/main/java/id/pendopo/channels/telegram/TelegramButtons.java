package id.pendopo.channels.telegram;

import id.pendopo.channels.Block;
import id.pendopo.channels.Choice;
import id.pendopo.channels.OutboundMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;

/** The buttons below a message: choices in it, or one that shares the place where somebody is. */
final class TelegramButtons {

    /** Bytes: https://core.telegram.org/bots/api#inlinekeyboardbutton, callback_data. */
    private static final int LONGEST_DATA = 64;

    /** Characters of a label of which two stand beside each other on a narrow telephone. */
    private static final int HALF = 16;

    private TelegramButtons() {}

    /** A message has one keyboard; choices need theirs more than a place, which can be sent from Telegram's own menu. */
    static Optional<ReplyKeyboard> below(OutboundMessage message) {
        List<Choice> choices = message.blocks().stream()
                .filter(Block.Choices.class::isInstance)
                .flatMap(block -> ((Block.Choices) block).choices().stream())
                .filter(TelegramButtons::pressable)
                .toList();
        if (!choices.isEmpty()) {
            return Optional.of(new InlineKeyboardMarkup(rows(choices)));
        }
        return message.blocks().stream()
                .filter(Block.LocationRequest.class::isInstance)
                .map(block -> place(((Block.LocationRequest) block).prompt()))
                .findFirst();
    }

    /** Choices that no button can carry, as lines to type. */
    static String unpressable(List<Choice> choices) {
        return choices.stream()
                .filter(choice -> !pressable(choice))
                .map(choice -> choices.indexOf(choice) + 1 + ". " + choice.label())
                .collect(Collectors.joining("\n"));
    }

    private static boolean pressable(Choice choice) {
        return choice.id().getBytes(StandardCharsets.UTF_8).length <= LONGEST_DATA
                && !choice.label().isBlank();
    }

    private static List<InlineKeyboardRow> rows(List<Choice> choices) {
        boolean paired = choices.stream().allMatch(choice -> choice.label().length() <= HALF);
        List<InlineKeyboardRow> rows = new ArrayList<>();
        for (Choice choice : choices) {
            if (!paired || rows.isEmpty() || rows.getLast().size() == 2) {
                rows.add(new InlineKeyboardRow());
            }
            rows.getLast()
                    .add(InlineKeyboardButton.builder()
                            .text(choice.label())
                            .callbackData(choice.id())
                            .build());
        }
        return rows;
    }

    /** Only in private conversations: https://core.telegram.org/bots/api#keyboardbutton */
    private static ReplyKeyboard place(String prompt) {
        KeyboardButton button =
                KeyboardButton.builder().text(prompt).requestLocation(true).build();
        return ReplyKeyboardMarkup.builder()
                .keyboardRow(new KeyboardRow(button))
                .resizeKeyboard(true)
                .oneTimeKeyboard(true)
                .build();
    }
}
