using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace PrivacyPortal.Controls;

/// <summary>A dialog that is open while <see cref="Open"/> is true. Its owner closes it by setting that to false.</summary>
public sealed partial class Modal
{
    private readonly string id = $"modal-{Guid.NewGuid():n}";
    private ElementReference dialog;
    private IJSObjectReference? module;
    private bool shown;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    public bool Open { get; set; }

    /// <summary>Told when the user closes it: by Escape, the cross or a cancel button of the owner's.</summary>
    [Parameter]
    public EventCallback<bool> OpenChanged { get; set; }

    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter]
    public RenderFragment? Actions { get; set; }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the dialog with it.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Open == shown)
        {
            return;
        }

        shown = Open;
        module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./Controls/Modal.razor.js");
        await module.InvokeVoidAsync(shown ? "show" : "close", dialog);
    }

    private Task CancelAsync() => OpenChanged.InvokeAsync(false);
}
