package id.pendopo.channels.web.chat;

import id.pendopo.channels.web.ChatFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.DefaultCorsProcessor;
import tools.jackson.databind.json.JsonMapper;

/** Refuses pages of other sites with a problem, like every other error of the chat API. */
final class ChatCors extends DefaultCorsProcessor {

    private final ChatProblems problems;
    private final JsonMapper json;

    ChatCors(ChatProblems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
        byte[] problem = json.writeValueAsString(problems.problem(new ChatFailed(HttpStatus.FORBIDDEN, "origin")))
                .getBytes(StandardCharsets.UTF_8);
        response.setStatusCode(HttpStatus.FORBIDDEN);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getBody().write(problem);
        response.flush();
    }
}
