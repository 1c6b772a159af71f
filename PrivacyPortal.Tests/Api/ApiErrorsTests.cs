using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PrivacyPortal.Api;

namespace PrivacyPortal.Tests.Api;

public sealed class ApiErrorsTests
{
    [Fact]
    public async Task A_fault_of_ours_is_logged_by_its_type_and_place_and_never_by_its_message()
    {
        var log = new Lines();
        var errors = new ApiErrors(_ => throw new ArgumentException("An item with the key luisg@embraer.com.br has already been added."), log);
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        http.Request.Path = "/api/v1/requests";
        await errors.InvokeAsync(http);

        Assert.Equal(StatusCodes.Status500InternalServerError, http.Response.StatusCode);
        var line = Assert.Single(log.Written);
        Assert.Contains(nameof(ArgumentException), line, StringComparison.Ordinal);
        Assert.Contains(nameof(A_fault_of_ours_is_logged_by_its_type_and_place_and_never_by_its_message), line, StringComparison.Ordinal);
        Assert.DoesNotContain("luisg", line, StringComparison.Ordinal);
    }

    /// <summary>What a log would hold, exceptions in full.</summary>
    private sealed class Lines : ILogger<ApiErrors>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add($"{formatter(state, exception)} {exception}");
    }
}
