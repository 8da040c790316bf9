package id.pendopo.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ui.CountryPack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobalCommandTests {

    private final CommandParser commands = Phrasebook.of(CountryPack.chosen()).commands();

    @ParameterizedTest
    @CsvSource({
        "menu, MENU",
        "mneu, MENU",
        "menuu, MENU",
        "menuuuuuuuuuuuuuuuuu, MENU",
        "status, STATUS",
        "statsu, STATUS",
        "statu, STATUS",
        "bantuan, HELP",
        "bantaun, HELP",
        "help, HELP",
        "batal, CANCEL",
        "batla, CANCEL",
        "cancel, CANCEL",
        "bahasa, LANGUAGE",
        "bahsa, LANGUAGE",
        "basa, LANGUAGE",
        "ulang, AGAIN",
        "lanjut, MORE",
        "lanjtu, MORE",
        "more, MORE",
        "berhenti, STOP",
        "stop, STOP",
        "mulai, START",
        "start, START",
        "0, PERSON",
        "petugas, PERSON",
        "asisten, ASSISTANT",
        "asistn, ASSISTANT",
        "kembali ke asisten, ASSISTANT",
        "orang, PERSON"
    })
    void hearsACommandWithASlipOfTheFinger(String typed, GlobalCommand command) {
        assertThat(commands.nearly(typed)).contains(command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uang",
                "bisa",
                "baca",
                "mana",
                "mau",
                "step",
                "smart",
                "ibu",
                "bantuan sosial",
                "status bansos saya",
                "berhentikan",
                "ktp",
                "rumah"
            })
    void takesNoOtherWordForACommand(String typed) {
        assertThat(commands.nearly(typed)).isEmpty();
    }
}
