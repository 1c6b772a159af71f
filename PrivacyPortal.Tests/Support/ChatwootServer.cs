using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PrivacyPortal.Tests.Support;

/// <summary>
/// Chatwoot's application API as its reference describes it (https://developers.chatwoot.com/api-reference): contacts are searched by a part of
/// their name, e-mail, telephone number or identifier, 15 a page; a contact's newest 20 conversations; messages by 20, oldest first, and those
/// before one of them; deleting a contact or a conversation takes what belongs to it along.
/// </summary>
internal sealed class ChatwootServer : IAsyncDisposable
{
    public const string Token = "chatwoot-token";
    private readonly Lock gate = new();
    private readonly SortedDictionary<long, JsonObject> contacts = [];
    private readonly SortedDictionary<long, (long Contact, JsonObject Row)> conversations = [];
    private readonly SortedDictionary<long, (long Conversation, JsonObject Row)> messages = [];
    private ApiServer server = null!;

    /// <summary>Asked after a deletion was made and before it is answered.</summary>
    public Func<string, HttpContext, Task>? Deleted { get; set; }

    /// <summary>Asked after a correction was made and before it is answered.</summary>
    public Func<HttpContext, Task>? Corrected { get; set; }

    public string Address => server.Address;

    public IReadOnlyList<string> Calls => server.Calls;

    /// <summary>What is left, as one text.</summary>
    public string Everything
    {
        get
        {
            lock (gate)
            {
                return string.Join('\n', contacts.Values.Concat(conversations.Values.Select(c => c.Row)).Concat(messages.Values.Select(m => m.Row)).Select(r => r.ToJsonString()));
            }
        }
    }

    public static async Task<ChatwootServer> StartAsync()
    {
        var chatwoot = new ChatwootServer();
        chatwoot.server = await ApiServer.StartAsync(chatwoot.AnswerAsync);
        return chatwoot;
    }

    public void Contact(long id, string name, string email, string phone, params (long Id, int Messages)[] chats)
    {
        contacts[id] = new JsonObject
        {
            ["id"] = id, ["name"] = name, ["email"] = email, ["phone_number"] = phone, ["identifier"] = null, ["thumbnail"] = "", ["availability_status"] = "offline",
            ["additional_attributes"] = new JsonObject { ["city"] = "Lyon" }, ["custom_attributes"] = new JsonObject(), ["created_at"] = 1_700_000_000, ["last_activity_at"] = 1_700_000_500,
        };
        foreach (var (chat, count) in chats)
        {
            conversations[chat] = (id, new JsonObject
            {
                ["id"] = chat, ["meta"] = new JsonObject { ["sender"] = contacts[id].DeepClone(), ["channel"] = "Channel::WebWidget" }, ["account_id"] = 3, ["inbox_id"] = 1, ["status"] = "resolved",
                ["labels"] = new JsonArray(), ["additional_attributes"] = new JsonObject(), ["custom_attributes"] = new JsonObject(), ["created_at"] = 1_700_000_100,
            });
            for (var i = 1; i <= count; i++)
            {
                var message = chat * 1000 + i;
                messages[message] = (chat, new JsonObject
                {
                    ["id"] = message, ["content"] = $"{name} writes {i}", ["conversation_id"] = chat, ["message_type"] = i % 2, ["private"] = false, ["created_at"] = 1_700_000_100 + i,
                });
            }
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        context.Response.Headers["X-Request-Id"] = Guid.NewGuid().ToString();
        if (context.Request.Headers["api_access_token"] != Token)
        {
            context.Response.StatusCode = 401;
            return;
        }

        var body = context.Request.Method == "PUT" ? await new StreamReader(context.Request.Body).ReadToEndAsync() : "{}";
        JsonNode? answer = null;
        lock (gate)
        {
            if (path is ["api", "v1", "accounts", "3", ..])
                answer = Answer(context.Request, path[4..], (JsonObject)JsonNode.Parse(body)!);
        }

        if (context.Request.Method == "DELETE" && answer is not null && Deleted is { } deleted)
            await deleted(string.Join('/', path[4..]), context);
        if (context.Request.Method == "PUT" && answer is not null && Corrected is { } corrected)
            await corrected(context);
        context.Response.StatusCode = answer is null ? 404 : 200;
        if (context.Request.Method != "DELETE")
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync((answer ?? new JsonObject { ["error"] = "Resource could not be found" }).ToJsonString());
        }
    }

    private JsonNode? Answer(HttpRequest request, string[] path, JsonObject body)
    {
        var page = int.TryParse(request.Query["page"], CultureInfo.InvariantCulture, out var number) ? number : 1;
        long Id(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : -1;
        switch (request.Method, path)
        {
            case ("GET", ["contacts"]):
                return Payload(contacts.Values.Skip(15 * (page - 1)).Take(15));
            case ("GET", ["contacts", "search"]):
                var sought = request.Query["q"].ToString();
                bool Found(JsonObject contact) => new[] { "name", "email", "phone_number", "identifier" }.Any(f => contact[f]?.ToString().Contains(sought, StringComparison.OrdinalIgnoreCase) == true);
                return Payload(contacts.Values.Where(Found).Skip(15 * (page - 1)).Take(15));
            case ("GET", ["contacts", var id]) when contacts.TryGetValue(Id(id), out var contact):
                return new JsonObject { ["payload"] = contact.DeepClone() };
            case ("PUT", ["contacts", var id]) when contacts.TryGetValue(Id(id), out var contact):
                foreach (var (name, value) in body)
                    contact[name] = value?.DeepClone();
                return new JsonObject { ["payload"] = contact.DeepClone() };
            case ("GET", ["contacts", var id, "conversations"]) when contacts.ContainsKey(Id(id)):
                return Payload(conversations.Values.Where(c => c.Contact == Id(id)).Select(c => c.Row).Reverse().Take(20));
            case ("GET", ["conversations", var id]) when conversations.TryGetValue(Id(id), out var conversation):
                return conversation.Row.DeepClone();
            case ("GET", ["conversations", var id, "messages"]) when conversations.ContainsKey(Id(id)):
                var before = request.Query.TryGetValue("before", out var limit) ? Id(limit!) : long.MaxValue;
                return Payload(messages.Where(m => m.Value.Conversation == Id(id) && m.Key < before).Select(m => m.Value.Row).TakeLast(20));
            case ("DELETE", ["contacts", var id]) when contacts.Remove(Id(id)):
                foreach (var gone in conversations.Where(c => c.Value.Contact == Id(id)).Select(c => c.Key).ToList())
                    Delete(gone);
                return new JsonObject();
            case ("DELETE", ["conversations", var id]) when conversations.ContainsKey(Id(id)):
                Delete(Id(id));
                return new JsonObject();
            default:
                return null;
        }
    }

    private void Delete(long conversation)
    {
        conversations.Remove(conversation);
        foreach (var message in messages.Where(m => m.Value.Conversation == conversation).Select(m => m.Key).ToList())
            messages.Remove(message);
    }

    private static JsonObject Payload(IEnumerable<JsonObject> rows) => new()
    {
        ["meta"] = new JsonObject { ["count"] = 0, ["current_page"] = "1" },
        ["payload"] = new JsonArray([.. rows.Select(r => r.DeepClone())]),
    };
}
