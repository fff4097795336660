/** How the page looks; the picture's own colours come as variables beside it. */
export const pageStyle: string = `
*{box-sizing:border-box}
html{color-scheme:light;--ground:#fffefb;--edge:#d9d4c7;--ink:#22262b;--muted:#5a6068;--link:#1a4fb8;--mark:#fff3d1}
html[data-theme=dark]{color-scheme:dark;--ground:#26272b;--edge:#3d3f45;--ink:#edebe5;--muted:#adb0b6;--link:#a3c1ff;--mark:#42371a}
body{margin:0;display:flex;flex-direction:column;height:100vh;height:100dvh;background:var(--ground);color:var(--ink);font:16px/1.5 Inter,system-ui,sans-serif;font-kerning:none;font-variant-ligatures:none}
header{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;padding:.5rem 1rem;border-bottom:1px solid var(--edge)}
h1{font-size:1.1rem;margin:0;flex:1 1 16rem;overflow-wrap:anywhere}
h2{font-size:1rem}
.bar{display:flex;flex-wrap:wrap;gap:.25rem;align-items:center}
button,input{font:inherit;color:inherit;background:transparent;border:1px solid var(--edge);border-radius:6px;min-height:2rem;padding:0 .6rem}
button{cursor:pointer}
button:hover{border-color:currentColor}
:focus-visible{outline:3px solid var(--link);outline-offset:1px}
main{flex:1;min-height:0;display:grid;grid-template-columns:minmax(0,1fr) minmax(16rem,26rem)}
#count{white-space:nowrap;margin:0 .5rem;color:var(--muted)}
#stage{position:relative;overflow:hidden;touch-action:none;cursor:grab;background:var(--picture)}
#stage.held{cursor:grabbing}
#stage svg{position:absolute;left:0;top:0;transform-origin:0 0;will-change:transform;font-kerning:none;font-variant-ligatures:none}
#outline{overflow:auto;padding:0 1rem 2rem;border-left:1px solid var(--edge);overflow-wrap:anywhere}
#outline ul{list-style:none;margin:.25rem 0;padding:0 0 0 1rem;border-left:1px solid var(--edge)}
#outline>ul{padding:0;border:0}
#outline li{margin:.4rem 0}
#outline i{font-style:normal;font-weight:600;font-size:.85em}
#outline .kind,#outline small,#outline .cite,#outline .note{color:var(--muted);font-size:.85em}
#outline p{margin:.15rem 0}
#outline a.card{color:inherit;text-decoration:none}
#outline a.card:hover{text-decoration:underline}
#outline a.card.question{font-weight:600}
#outline a{color:var(--link)}
#outline .here>a.card,#outline .hit>a.card{background:var(--mark)}
.card-here{outline:3px solid var(--link);outline-offset:2px}
footer{padding:.25rem 1rem;border-top:1px solid var(--edge);color:var(--muted);font-size:.8rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:48rem){body{height:auto}main{display:block}#stage{height:60vh}#outline{border-left:0;border-top:1px solid var(--edge)}}
@media print{body{height:auto;display:block}.bar,footer{display:none}main{display:block}#stage{overflow:visible;height:auto}#stage svg{position:static;transform:none!important;width:100%!important;height:auto!important;max-height:88vh}#outline{overflow:visible;border:0;break-before:page}}
`;
